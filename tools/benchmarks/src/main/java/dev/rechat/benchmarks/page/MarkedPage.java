package dev.rechat.benchmarks.page;

/** A page of which the part between two marks is a benchmark's; the rest is people's. */
public record MarkedPage(String begin, String end) {

    /** The marks of {@code ./rechat bench NAME}. */
    public static MarkedPage of(String name) {
        return new MarkedPage(
                "<!-- bench %s: written by ./rechat bench %s -->".formatted(name, name),
                "<!-- bench %s: end -->".formatted(name));
    }

    /**
     * The page with another section between the marks.
     *
     * @throws IllegalArgumentException when the page has no place for it
     */
    public String replace(String page, String section) {
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("the page lacks the marks between which the figures stand");
        }
        return page.substring(0, from + begin.length()) + "\n" + section + page.substring(to);
    }
}
