package dev.trunkline.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an article says, without the signs of Markdown: of GitHub's kind, as the page shows it. A link or picture leaves its
 * words, a table its cells, code itself. What only looks like a sign stays, as in {@code 3 * 4} or {@code snake_case}.
 */
final class PlainText {
    /** Longer than what anybody marks; keeps odd texts from being searched over and over. */
    private static final String MARKED = "(\\S|\\S.{0,200}?[^\\s\\\\])";

    private static final String LETTER = "[\\p{L}\\p{N}\\\\_]";
    private static final String LABEL = "((?:[^\\[\\]\\\\]|\\\\.){0,300}+)";
    private static final String TARGET = "\\((?:[^()\\n]|\\([^()\\n]{0,300}\\)){0,1000}+\\)";

    private static final Pattern QUOTE = Pattern.compile("^(?:\\s*>)++\\s?");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:(?:[-*+]|\\d{1,9}[.)])\\s+)?(`{3,}|~{3,})[^`]*$");
    private static final Pattern RULE =
            Pattern.compile("^\\s*(?:[-\\s|:]*-[-\\s|:]*|=+|(?:\\*\\s*){3,}+|(?:_\\s*){3,}+)$");
    private static final Pattern DEFINITION = Pattern.compile("^\\s{0,3}\\[(?!\\^)[^\\]]+]:\\s*\\S+.*$");
    private static final Pattern LEAD =
            Pattern.compile("^(?:(?:#{1,6}|[-*+]|\\d{1,9}[.)]|\\[\\^[^\\]\\s]+]:)(?:\\s+|$))++(?:\\[[ xX]]\\s+)?");
    private static final Pattern CLOSING = Pattern.compile("\\s#+$");
    private static final Pattern BREAK = Pattern.compile("(?<!\\\\)\\\\$");
    private static final Pattern CELLS = Pattern.compile("(?<!\\\\)\\|");

    private static final Pattern CODE = Pattern.compile("(?<![`\\\\])(`+)(?!`)(.{1,500}?)(?<!`)\\1(?!`)");
    private static final Pattern SIGN = Pattern.compile("(?=\\p{Punct})");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

    private static final List<Pattern> WORDS_OF = Stream.of(
                    "(?<!\\\\)!\\[" + LABEL + "](?:" + TARGET + "|\\[[^\\]]{0,300}])",
                    "(?<!\\\\)\\[" + LABEL + "](?:" + TARGET + "|\\[[^\\]]{0,300}])",
                    "(?<!\\\\)\\[\\^[^\\]\\s]{1,100}]()",
                    "(?<!\\\\)<((?:https?://|mailto:|tel:)[^>\\s]{1,1000})>")
            .map(Pattern::compile)
            .toList();

    private static final List<Pattern> EMPHASIS = Stream.of(
                    "(?<!\\\\)(\\*{1,3})(?=\\S)" + MARKED + "\\1",
                    "(?<!" + LETTER + ")(_{1,3})(?=\\S)" + MARKED + "\\1(?!" + LETTER + ")",
                    "(?<!\\\\)(~~)(?=\\S)" + MARKED + "\\1")
            .map(Pattern::compile)
            .toList();

    private final List<String> blocks = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private @Nullable String fence;
    private boolean table;
    private boolean paragraph;

    private PlainText() {}

    /** On one line. */
    static String of(String markdown) {
        PlainText text = new PlainText();
        List<String> lines = markdown.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            text.line(lines.get(at), at + 1 < lines.size() ? lines.get(at + 1) : "");
        }
        text.tableEnds();
        return text.blocks.stream()
                .map(PlainText::inline)
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void line(String raw, String following) {
        if (fence != null) {
            if (raw.strip().startsWith(fence)) {
                fence = null;
            } else {
                block(escaped(raw));
            }
            return;
        }
        String line = QUOTE.matcher(raw).replaceFirst("");
        var opening = FENCE.matcher(line);
        if (line.isBlank() || opening.matches()) {
            tableEnds();
            paragraph = false;
            fence = line.isBlank() ? null : opening.group(1);
        } else if (table
                || (line.contains("|") && heads(QUOTE.matcher(following).replaceFirst("")))) {
            table = true;
            row(line);
        } else if (RULE.matcher(line).matches() || DEFINITION.matcher(line).matches()) {
            paragraph = false;
        } else {
            said(line);
        }
    }

    /** Whether the line is the one of dashes below a table's head. */
    private static boolean heads(String line) {
        return line.contains("|") && RULE.matcher(line).matches();
    }

    private void row(String line) {
        if (!heads(line)) {
            CELLS.splitAsStream(line)
                    .map(cell -> cell.strip().replace("\\|", "|"))
                    .filter(cell -> !cell.isEmpty())
                    .forEach(cells::add);
        }
    }

    private void tableEnds() {
        if (table) {
            block(String.join(" · ", cells));
            cells.clear();
            table = false;
        }
    }

    private void said(String line) {
        String from = line.strip();
        String words = LEAD.matcher(from).replaceFirst("");
        boolean begins = words.length() < from.length();
        if (begins && from.startsWith("#")) {
            block(CLOSING.matcher(words).replaceFirst(""));
        } else if (paragraph && !begins) {
            blocks.add(BREAK.matcher(blocks.removeLast()).replaceFirst("") + ' ' + words);
        } else {
            block(words);
            paragraph = true;
        }
    }

    private void block(String text) {
        blocks.add(text);
        paragraph = false;
    }

    private static String inline(String block) {
        String text = CODE.matcher(block).replaceAll(code -> Matcher.quoteReplacement(escaped(code.group(2))));
        for (Pattern words : WORDS_OF) {
            text = words.matcher(text).replaceAll("$1");
        }
        for (Pattern emphasis : EMPHASIS) {
            // One within the other: once more for each kind.
            text = emphasis.matcher(emphasis.matcher(text).replaceAll("$2")).replaceAll("$2");
        }
        return ESCAPED.matcher(text).replaceAll("$1");
    }

    /** So that nothing in it is taken for a sign. */
    private static String escaped(String code) {
        return SIGN.matcher(code).replaceAll("\\\\");
    }
}
