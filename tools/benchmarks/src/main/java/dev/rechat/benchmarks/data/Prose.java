package dev.rechat.benchmarks.data;

import java.util.SplittableRandom;

/** Questions and answers of lengths as people and models write them; without sense, but made of words that can be found. */
public final class Prose {

    private static final int TITLE = 30;
    private static final int SHORTEST_ANSWER = 200;
    private static final int USUAL_ANSWER = 500;
    private static final int LONG_ANSWER = 2_000;
    private static final int LONGEST_ANSWER = 8_000;

    private Prose() {}

    public static String question(Exchange exchange, Language language) {
        SplittableRandom random = new SplittableRandom(exchange.seed());
        int length = random.nextInt(100) < 4 ? random.nextInt(200, 1_500) : random.nextInt(8, 60);
        StringBuilder text = new StringBuilder(length + 20);
        fill(text, length, language, random);
        return text.toString();
    }

    public static String title(Talk talk) {
        String question = question(talk.exchanges().getFirst(), talk.language());
        return question.substring(0, Math.min(TITLE, question.length())).strip();
    }

    /** Text of about so many characters, which is nobody's question. */
    public static String text(SplittableRandom random, int length, Language language) {
        StringBuilder text = new StringBuilder(length + 20);
        fill(text, length, language, random);
        return text.toString();
    }

    /** Most have 200 to 2 000 characters, three in a hundred up to 8 000. */
    public static String answer(Exchange exchange, Language language) {
        SplittableRandom random = new SplittableRandom(~exchange.seed());
        int length = answerLength(random);
        StringBuilder text = new StringBuilder(length + 40);
        if (random.nextInt(Words.RARE_IN) == 0) {
            text.append(Words.RARE).append(language == Language.ENGLISH ? ". " : "。");
        }
        while (text.length() < length) {
            fill(text, Math.min(length - text.length(), random.nextInt(40, 300)), language, random);
            text.append(random.nextInt(4) == 0 ? "\n- " : "\n\n");
        }
        return text.toString().strip();
    }

    static int answerLength(SplittableRandom random) {
        if (random.nextInt(100) < 3) {
            return random.nextInt(LONG_ANSWER, LONGEST_ANSWER);
        }
        double length = USUAL_ANSWER * Math.exp(0.7 * random.nextGaussian());
        return Math.clamp((long) length, SHORTEST_ANSWER, LONG_ANSWER);
    }

    private static void fill(StringBuilder text, int length, Language language, SplittableRandom random) {
        int end = text.length() + length;
        while (text.length() < end) {
            boolean english = language == Language.ENGLISH;
            int words = random.nextInt(3, 9);
            for (int word = 0; word < words && text.length() < end; word++) {
                text.append(word(language, random));
                if (english) {
                    text.append(' ');
                }
            }
            if (english) {
                text.setLength(text.length() - 1);
            }
            text.append(english ? ". " : random.nextInt(3) == 0 ? "。" : "，");
        }
    }

    private static String word(Language language, SplittableRandom random) {
        return switch (language) {
            case ENGLISH -> Words.of(Words.ENGLISH, random);
            case CHINESE -> Words.of(Words.CHINESE, random);
            case MIXED -> Words.of(random.nextInt(4) == 0 ? Words.TERMS : Words.CHINESE, random);
        };
    }
}
