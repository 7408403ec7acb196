"""What every face shows: names, running text, differences, pictures, results."""
