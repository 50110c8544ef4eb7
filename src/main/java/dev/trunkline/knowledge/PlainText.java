package dev.trunkline.knowledge;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What an article says, without the signs of Markdown: of GitHub's kind, as the page shows it. A link or picture leaves its
 * words, a table its cells, code and HTML themselves.
 */
final class PlainText {
    private static final List<Extension> OF_GITHUB =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), TaskListItemsExtension.create());

    /** Deeper than anybody writes: what is further in is taken as it stands. */
    private static final int DEEPEST = 50;

    private static final Parser PARSER =
            Parser.builder().extensions(OF_GITHUB).maxOpenBlockParsers(DEEPEST).build();

    private PlainText() {}

    /** On one line. */
    static String of(String markdown) {
        Words words = new Words();
        PARSER.parse(markdown).accept(words);
        return words.said.toString().replaceAll("\\s+", " ").strip();
    }

    private static final class Words extends AbstractVisitor {
        private final StringBuilder said = new StringBuilder();

        /** What stands between a table's cells, nothing before the first. */
        private String cells = "";

        @Override
        public void visit(Text text) {
            said.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            said.append(code.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            said.append(html.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            apart(html.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock code) {
            apart(code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            apart(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak end) {
            said.append(' ');
        }

        @Override
        public void visit(HardLineBreak end) {
            said.append(' ');
        }

        @Override
        public void visit(Heading heading) {
            super.visit(heading);
            said.append(' ');
        }

        @Override
        public void visit(Paragraph paragraph) {
            super.visit(paragraph);
            said.append(' ');
        }

        @Override
        public void visit(CustomBlock table) {
            cells = "";
            super.visit(table);
            said.append(' ');
        }

        @Override
        public void visit(CustomNode node) {
            if (!(node instanceof TableCell)) {
                super.visit(node);
            } else if (node.getFirstChild() != null) {
                said.append(cells);
                cells = " · ";
                super.visit(node);
            }
        }

        private void apart(String literal) {
            said.append(literal).append(' ');
        }
    }
}
