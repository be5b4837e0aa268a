package dev.rechat.benchmarks.history;

import dev.rechat.benchmarks.data.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a person does with a history, as requests one after the other, and how much dearer a hundred times the house may be. */
enum Operation {
    FIRST_PAGE("first page of the list") {
        @Override
        List<String> requests(Visitor visitor, String app, RandomGenerator random) {
            return List.of(LIST + "?limit=20");
        }
    },
    LAST_PAGE("last page of the list") {
        @Override
        List<String> requests(Visitor visitor, String app, RandomGenerator random) {
            String cursor = visitor.lastPage();
            return List.of(LIST + "?limit=20" + (cursor == null ? "" : "&cursor=" + encoded(cursor)));
        }
    },
    BY_APP("list of one app") {
        @Override
        List<String> requests(Visitor visitor, String app, RandomGenerator random) {
            return List.of(LIST + "?limit=20&app_id=" + app);
        }
    },
    COUNTS("counts") {
        @Override
        List<String> requests(Visitor visitor, String app, RandomGenerator random) {
            return List.of(LIST + "/counts");
        }
    },
    OPEN("open a conversation: itself and its newest messages") {
        @Override
        List<String> requests(Visitor visitor, String app, RandomGenerator random) {
            String talk = LIST + "/" + visitor.anyTalk(random).id();
            return List.of(talk, talk + "/messages?limit=20");
        }
    },
    MIDDLE("messages before one in the middle") {
        @Override
        List<String> requests(Visitor visitor, String app, RandomGenerator random) {
            TalkPlace talk = visitor.anyTalk(random);
            return List.of(LIST + "/" + talk.id() + "/messages?limit=20&before=" + talk.middle());
        }
    },
    SEARCH_COMMON("search: a common word, " + Words.COMMON) {
        @Override
        List<String> requests(Visitor visitor, String app, RandomGenerator random) {
            return search(Words.COMMON);
        }
    },
    SEARCH_RARE("search: a rare word, " + Words.RARE) {
        @Override
        List<String> requests(Visitor visitor, String app, RandomGenerator random) {
            return search(Words.RARE);
        }
    },
    SEARCH_MIXED("search: two scripts, " + Words.MIXED) {
        @Override
        List<String> requests(Visitor visitor, String app, RandomGenerator random) {
            return search(Words.MIXED);
        }
    },
    SEARCH_ABSENT("search: a word that is not there") {
        @Override
        List<String> requests(Visitor visitor, String app, RandomGenerator random) {
            return search(Words.ABSENT);
        }
    };

    private static final String LIST = "/conversations";
    private static final double GOAL = 1.5;
    private static final double SEARCH_GOAL = 3;

    private final String title;

    Operation(String title) {
        this.title = title;
    }

    /**
     * Paths below the API.
     *
     * @param app the id of the app that half of all conversations are with
     */
    abstract List<String> requests(Visitor visitor, String app, RandomGenerator random);

    String title() {
        return title;
    }

    boolean isSearch() {
        return name().startsWith("SEARCH");
    }

    /** How many times the cost in one hundredth of the house it may have in all of it. */
    double goal() {
        return isSearch() ? SEARCH_GOAL : GOAL;
    }

    private static List<String> search(String words) {
        return List.of(LIST + "/search?q=" + encoded(words));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
