"""The cells of the matrix, as display has them: `{% load matrix_page %}`."""

from django import template

from archive.display.matrix.cell_markup import render_cells

register = template.Library()

register.simple_tag(render_cells, name="cells")
