package dev.rechat.conversation.search;

import dev.rechat.persistence.search.Excerpt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shows words where they stand. */
final class Snippets {

    /** About as many characters as two lines hold. */
    static final int LENGTH = 160;

    /** Of them before the first match. */
    private static final int LEAD = 40;

    /** How far a cut moves so that it falls between words. */
    private static final int TO_BLANK = 15;

    /** How many places of a word are looked at in one text. */
    private static final int PLACES = 200;

    private static final String ELLIPSIS = "…";

    private Snippets() {}

    /** All of a title, with the words in it marked. */
    static List<Segment> title(String title, FoldedText folded, SearchQuery query) {
        Graphemes graphemes = new Graphemes(title, 0, title.length());
        return segments(title, new Span(0, title.length()), places(folded, query), graphemes, false, false);
    }

    /** The part of a message where most of the words stand, the earliest of those. */
    static List<Segment> of(Excerpt excerpt, FoldedText folded, SearchQuery query) {
        String text = excerpt.text();
        List<Place> places = places(folded, query);
        Span shown = around(text, best(places));
        Graphemes graphemes = new Graphemes(text, shown.start(), shown.end());
        Span whole = new Span(graphemes.atOrBefore(shown.start()), graphemes.atOrAfter(shown.end()));
        return segments(
                text,
                whole,
                places,
                graphemes,
                excerpt.cutBefore() || whole.start() > 0,
                excerpt.cutAfter() || whole.end() < text.length());
    }

    private static List<Place> places(FoldedText folded, SearchQuery query) {
        List<Place> places = new ArrayList<>();
        for (SearchWord word : query.words()) {
            folded.places(word.folded(), PLACES).forEach(span -> places.add(new Place(span, word)));
        }
        places.sort(Comparator.comparingInt(place -> place.span().start()));
        return places;
    }

    /** From the first to the last match of the best place; the beginning of the text when there is no match. */
    private static Span best(List<Place> places) {
        Span best = new Span(0, 0);
        int most = 0;
        for (int first = 0; first < places.size(); first++) {
            int start = places.get(first).span().start();
            int end = places.get(first).span().end();
            Set<SearchWord> words = new HashSet<>();
            for (Place place : places.subList(first, places.size())) {
                if (place.span().end() > Math.max(end, start + LENGTH - LEAD)) {
                    break;
                }
                words.add(place.word());
                end = Math.max(end, place.span().end());
            }
            if (words.size() > most) {
                most = words.size();
                best = new Span(start, end);
            }
        }
        return best;
    }

    private static Span around(String text, Span matches) {
        int start = Math.max(0, matches.start() - LEAD);
        int end = Math.min(text.length(), Math.max(matches.end(), start + LENGTH));
        start = Math.max(0, Math.min(start, end - LENGTH));
        return new Span(blankAfter(text, start, matches.start()), blankBefore(text, end, matches.end()));
    }

    private static int blankAfter(String text, int start, int most) {
        for (int i = start; start > 0 && i < Math.min(most, start + TO_BLANK); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return start;
    }

    private static int blankBefore(String text, int end, int least) {
        for (int i = end - 1; end < text.length() && i >= Math.max(least, end - TO_BLANK); i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return end;
    }

    private static List<Segment> segments(
            String text, Span shown, List<Place> places, Graphemes graphemes, boolean cutBefore, boolean cutAfter) {
        List<Segment> segments = new ArrayList<>();
        StringBuilder between = new StringBuilder(cutBefore ? ELLIPSIS : "");
        int at = shown.start();
        for (Span match : marked(shown, places, graphemes)) {
            between.append(text, at, match.start());
            add(segments, between, false);
            between.append(text, match.start(), match.end());
            add(segments, between, true);
            at = match.end();
        }
        between.append(text, at, shown.end()).append(cutAfter ? ELLIPSIS : "");
        add(segments, between, false);
        return List.copyOf(segments);
    }

    private static void add(List<Segment> segments, StringBuilder text, boolean match) {
        if (!text.isEmpty()) {
            segments.add(new Segment(text.toString(), match));
            text.setLength(0);
        }
    }

    /** Matches that are shown in full, as people see characters; those that touch are one. */
    private static List<Span> marked(Span shown, List<Place> places, Graphemes graphemes) {
        List<Span> marked = new ArrayList<>();
        for (Place place : places) {
            if (place.span().start() < shown.start() || place.span().end() > shown.end()) {
                continue;
            }
            Span next = new Span(
                    graphemes.atOrBefore(place.span().start()),
                    graphemes.atOrAfter(place.span().end()));
            if (!marked.isEmpty() && next.start() <= marked.getLast().end()) {
                Span last = marked.removeLast();
                next = new Span(last.start(), Math.max(last.end(), next.end()));
            }
            marked.add(next);
        }
        return marked;
    }

    /** A match of a word. */
    private record Place(Span span, SearchWord word) {}
}
