package dev.rechat.benchmarks.runlog;

import dev.rechat.benchmarks.data.Language;
import dev.rechat.benchmarks.data.Prose;
import dev.rechat.benchmarks.data.Words;
import java.util.SplittableRandom;

/** What was said in one run, and the JSON of it that its nodes hand on. Nothing in it must be escaped in JSON. */
record Talk(String question, String answer, String found) {

    /** In one run of so many that is held in its language. */
    private static final int RARE_IN = 2_000;

    /** A rare word of English; {@link Words#RARE} is one of Chinese. */
    static final String RARE_ENGLISH = "zeugma";

    /** In most runs that are held in English. */
    static final String COMMON_ENGLISH = "contract";

    static final String ABSENT_ENGLISH = "xylography";

    static Talk of(SplittableRandom random) {
        boolean english = random.nextInt(2) == 0;
        Language language = english ? Language.ENGLISH : Language.CHINESE;
        // a sign of Chinese says as much as three letters
        int unit = english ? 3 : 1;
        String question = Prose.text(random, unit * random.nextInt(8, 30), language);
        int length = random.nextInt(100) == 0 ? random.nextInt(700, 2_000) : random.nextInt(30, 200);
        String rare = random.nextInt(RARE_IN) == 0 ? (english ? RARE_ENGLISH + ". " : Words.RARE + "。") : "";
        String answer = rare + Prose.text(random, unit * length, language);
        String found = Prose.text(random, unit * random.nextInt(60, 240), language);
        return new Talk(question, answer, found);
    }

    String asked() {
        return "{\"sys.query\":\"" + question + "\",\"sys.files\":[],\"sys.dialogue_count\":1}";
    }

    String answered() {
        return "{\"answer\":\"" + answer + "\",\"files\":[]}";
    }

    /** Of a node of this kind. */
    String inputs(NodeKind kind) {
        return switch (kind) {
            case START -> asked();
            case KNOWLEDGE -> "{\"query\":\"" + question + "\"}";
            case CONDITION -> "{\"conditions\":[{\"actual_value\":\"true\",\"expected_value\":\"true\"}]}";
            case LLM -> "{\"#context#\":\"" + found.substring(0, found.length() / 2) + "\"}";
            case CODE -> "{\"arg1\":\"" + question + "\",\"arg2\":3}";
            case HTTP -> "{\"url\":\"https://system.example.org/records\"}";
            case ANSWER -> "{}";
        };
    }

    String outputs(NodeKind kind) {
        return switch (kind) {
            case START -> asked();
            case KNOWLEDGE -> "{\"result\":[{\"title\":\"handbook\",\"content\":\"" + found + "\",\"score\":0.71}]}";
            case CONDITION -> "{\"result\":true,\"selected_case_id\":\"true\"}";
            case LLM -> "{\"text\":\"" + answer + "\",\"finish_reason\":\"stop\"}";
            case CODE -> "{\"result\":\"" + question.length() + "\"}";
            case HTTP ->
                "{\"status_code\":200,\"body\":\"" + found.substring(found.length() / 2)
                        + "\",\"headers\":{\"content-type\":\"application/json\"}}";
            case ANSWER -> answered();
        };
    }

    /** Of models only: what they were asked. */
    String prompts() {
        return "{\"model_mode\":\"chat\",\"prompts\":[{\"role\":\"user\",\"text\":\"" + question + "\"}]}";
    }
}
