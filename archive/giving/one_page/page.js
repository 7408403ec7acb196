(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent);
  // As the archive compares words: without vowel marks and tatweel, letters that writers exchange made one, digits 0-9.
  var exchanged = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ی": "ي", "ک": "ك" };
  function fold(text) {
    return text
      .replace(new RegExp("[" + data.dropped + "]+", "g"), "")
      .replace(/[أإآٱىةؤئیک]/g, function (letter) { return exchanged[letter]; })
      .replace(/[\u0660-\u0669]/g, function (digit) { return String(digit.charCodeAt(0) - 0x660); })
      .toLowerCase();
  }
  function words(text) { return fold(text).match(/[\u0620-\u064a\u066e-\u06d3a-z0-9]+/g) || []; }
  // «family stem word word …» on a line: words of one stem are one word, words of one family are near.
  var stems = Object.create(null), families = Object.create(null);
  data.words.split("\n").forEach(function (line) {
    var parts = line.split(" ");
    for (var at = 1; at < parts.length; at += 1) { stems[parts[at]] = parts[1]; families[parts[at]] = parts[0]; }
  });
  var before = ["وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ك", "ل"];
  function known(word) {
    if (stems[word]) { return word; }
    for (var at = 0; at < before.length; at += 1) {
      var rest = word.indexOf(before[at]) === 0 ? word.slice(before[at].length) : "";
      if (rest && stems[rest]) { return rest; }
    }
    return "";
  }
  var entries = Array.prototype.map.call(document.querySelectorAll("article"), function (article) {
    var texts = article.querySelectorAll("[data-text]");
    var text = fold(Array.prototype.map.call(texts, function (one) { return one.textContent; }).join(" ")), seen = Object.create(null);
    words(text).forEach(function (word) {
      seen["=" + word] = true;
      var found = known(word);
      if (found) { seen["." + stems[found]] = true; seen["~" + families[found]] = true; }
    });
    return { article: article, text: text, seen: seen, topics: " " + article.getAttribute("data-topics") + " " };
  });
  function has(entry, word) {
    var found = known(word);
    if (!found) { return entry.text.indexOf(word) >= 0; }
    return entry.seen["." + stems[found]] || entry.seen["~" + families[found]];
  }
  var q = document.getElementById("q"), meeting = document.getElementById("meeting");
  var topic = document.getElementById("topic"), told = document.getElementById("told");
  function narrow() {
    var wanted = words(q.value), count = 0;
    entries.forEach(function (entry) {
      var shown = wanted.every(function (word) { return has(entry, word); }) &&
        (!meeting.value || entry.article.getAttribute("data-meeting") === meeting.value) &&
        (!topic.value || entry.topics.indexOf(" " + topic.value + " ") >= 0);
      entry.article.hidden = !shown;
      count += shown ? 1 : 0;
    });
    Array.prototype.forEach.call(document.querySelectorAll("section"), function (section) {
      section.hidden = !section.querySelector("article:not([hidden])");
    });
    told.textContent = data.told.replace("{count}", count).replace("{total}", entries.length);
  }
  [q, meeting, topic].forEach(function (field) {
    field.addEventListener("input", narrow);
    field.addEventListener("change", narrow);
  });
  var western = true;
  document.getElementById("digits").addEventListener("click", function () {
    var walker = document.createTreeWalker(document.getElementById("texts"), NodeFilter.SHOW_TEXT, null);
    while (walker.nextNode()) {
      var node = walker.currentNode;
      if (node.parentNode.closest("[data-as-is]")) { continue; }
      node.nodeValue = western
        ? node.nodeValue.replace(/[0-9]/g, function (digit) { return String.fromCharCode(0x660 + Number(digit)); })
        : node.nodeValue.replace(/[\u0660-\u0669]/g, function (digit) { return String(digit.charCodeAt(0) - 0x660); });
    }
    western = !western;
  });
  document.getElementById("print").addEventListener("click", function () { window.print(); });
  // What a link or a form of a page beside this one asks for.
  location.search.slice(1).split("&").forEach(function (pair) {
    var parts = pair.split("="), field = { q: q, meeting: meeting, topic: topic }[parts[0]];
    try {
      if (field) { field.value = decodeURIComponent((parts[1] || "").replace(/\+/g, " ")); }
    } catch (fault) { /* no words that anybody could look for */ }
  });
  [meeting, topic].forEach(function (field) { if (field.selectedIndex < 0) { field.value = ""; } });
  document.getElementById("tools").hidden = false;
  narrow();
})();
