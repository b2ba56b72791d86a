// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Draws the rooms as SVG: each above those that it may import. An arrow that follows from two others is left out.
 */
final class ArchitecturePicture {

    private static final int WIDTH = 1200;
    private static final int ROW = 74;
    private static final int BOX = 30;
    private static final int MARGIN = 24;

    /**
     * A room.
     *
     * @param imports the names of all rooms that it may import
     * @param knows the libraries in it: {@code jdk}, {@code camel} or {@code http}
     */
    record Node(String name, Set<String> imports, String knows) {

        int width() {
            return 20 + 8 * name.length();
        }
    }

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, Integer> centres = new HashMap<>();
    private final StringBuilder svg = new StringBuilder();

    private ArchitecturePicture(List<Node> rooms) {
        rooms.forEach(room -> nodes.put(room.name(), room));
    }

    static String of(List<Node> rooms) {
        return new ArchitecturePicture(rooms).draw();
    }

    private String draw() {
        Map<Integer, List<Node>> rows = new TreeMap<>(Comparator.reverseOrder());
        nodes.values().forEach(node -> rows.computeIfAbsent(rank(node), rank -> new ArrayList<>())
                .add(node));
        int height = rows.size() * ROW + 2 * MARGIN + BOX;
        rows.values().forEach(this::place);
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"monospace\" font-size=\"13\">"
                        .formatted(WIDTH, height));
        line("<style>.jdk{fill:#eaf2e3}.camel{fill:#fdf0dc}.http{fill:#e3ecf7}.arrow{fill:none;stroke:#9aa5b1}"
                + ".box{stroke:#52606d}</style>");
        line("<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\""
                + " orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#9aa5b1\"/></marker></defs>");
        line("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>".formatted(WIDTH, height));
        nodes.values().forEach(this::arrows);
        nodes.values().forEach(this::box);
        legend(height);
        return svg.append("</svg>\n").toString();
    }

    /** How many rooms are below it, one above the other. */
    private int rank(Node node) {
        Integer known = ranks.get(node.name());
        if (known == null) {
            known = node.imports().stream()
                    .mapToInt(name -> 1 + rank(nodes.get(name)))
                    .max()
                    .orElse(0);
            ranks.put(node.name(), known);
        }
        return known;
    }

    /** Spreads a row over the width, in the order of the table. */
    private void place(List<Node> row) {
        int boxes = row.stream().mapToInt(Node::width).sum();
        int gap = (WIDTH - boxes) / (row.size() + 1);
        int left = gap;
        for (Node node : row) {
            centres.put(node.name(), left + node.width() / 2);
            left += node.width() + gap;
        }
    }

    private int top(Node node) {
        int highest = ranks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return MARGIN + (highest - rank(node)) * ROW;
    }

    private void arrows(Node from) {
        from.imports().stream()
                .sorted()
                .map(nodes::get)
                .filter(to -> from.imports().stream()
                        .noneMatch(between -> nodes.get(between).imports().contains(to.name())))
                .forEach(to -> arrow(from, to));
    }

    private void arrow(Node from, Node to) {
        int begin = top(from) + BOX;
        int end = top(to) - 2;
        int bend = Math.min(60, (end - begin) / 2);
        int x = centres.get(from.name());
        int toX = centres.get(to.name());
        line("<path class=\"arrow\" marker-end=\"url(#tip)\" d=\"M%d %dC%d %d %d %d %d %d\"/>"
                .formatted(x, begin, x, begin + bend, toX, end - bend, toX, end));
    }

    private void box(Node node) {
        int x = centres.get(node.name()) - node.width() / 2;
        line("<g><title>%s may import %s</title>"
                .formatted(
                        node.name(),
                        node.imports().isEmpty()
                                ? "no other room"
                                : String.join(
                                        ", ", node.imports().stream().sorted().toList())));
        line("<rect class=\"box %s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/>"
                .formatted(node.knows(), x, top(node), node.width(), BOX));
        line("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text></g>"
                .formatted(centres.get(node.name()), top(node) + 20, node.name()));
    }

    private void legend(int height) {
        String[][] kinds = {{"jdk", "JDK"}, {"camel", "Camel"}, {"http", "HttpClient or Jackson"}};
        int x = MARGIN;
        for (String[] kind : kinds) {
            line("<rect class=\"box %s\" x=\"%d\" y=\"%d\" width=\"14\" height=\"14\"/>"
                    .formatted(kind[0], x, height - MARGIN - 8));
            line("<text x=\"%d\" y=\"%d\">%s</text>".formatted(x + 22, height - MARGIN + 4, kind[1]));
            x += 50 + 8 * kind[1].length();
        }
        line("<text x=\"%d\" y=\"%d\">An arrow points to a room that may be imported.</text>"
                .formatted(x, height - MARGIN + 4));
    }

    private void line(String text) {
        svg.append(text).append('\n');
    }
}
