package dev.rechat.conversation.search;

import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a text may be cut around some place so that nothing is torn that people see as one character. */
final class Graphemes {

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** How far around a place is looked; what pretends to be one character that is longer is cut. */
    private static final int REACH = 200;

    private final TreeSet<Integer> cuts = new TreeSet<>();

    Graphemes(String text, int from, int to) {
        int start = Math.max(0, from - REACH);
        if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
            start--;
        }
        int end = Math.min(text.length(), to + REACH);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end++;
        }
        cuts.add(start);
        for (Matcher cluster = CLUSTER.matcher(text).region(start, end); cluster.find(); ) {
            cuts.add(cluster.end());
        }
    }

    int atOrBefore(int place) {
        Integer cut = cuts.floor(place);
        return cut == null ? cuts.first() : cut;
    }

    int atOrAfter(int place) {
        Integer cut = cuts.ceiling(place);
        return cut == null ? cuts.last() : cut;
    }
}
