package dev.rechat.accounts.profile;

/**
 * What a name and a language may look like. The patterns never go back over what they have read: the length is checked beside
 * them, not before them, and a body may have a megabyte.
 */
public final class ProfileRules {

    public static final int MAX_NAME = 100;
    public static final int MAX_LANGUAGE = 16;

    /** Moves the cursor or turns the direction of what follows. */
    private static final String MOVES = "\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069";

    /** Shows nothing; within a name some of it joins letters or emoji. */
    private static final String BLANK = "\\p{Z}\\u200B-\\u200F\\u2060\\uFEFF&&[^" + MOVES + "]";

    /** Something to see, and nothing that moves the cursor. */
    public static final String NAME =
            "[" + BLANK + "]*+[^" + MOVES + "\\p{Z}\\u200B-\\u200F\\u2060\\uFEFF][^" + MOVES + "]*+";

    /** The beginning of BCP 47. */
    public static final String LANGUAGE = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,5}+";

    /** What somebody speaks who has not said. */
    public static final String DEFAULT_LANGUAGE = "en";

    private ProfileRules() {}
}
