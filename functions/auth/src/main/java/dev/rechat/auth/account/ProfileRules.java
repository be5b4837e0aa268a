package dev.rechat.auth.account;

/** What a name and a language may look like. */
final class ProfileRules {

    static final int MAX_NAME = 100;
    static final int MAX_LANGUAGE = 16;

    /** Something to see, and nothing that moves the cursor. */
    static final String NAME = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*";

    /** The beginning of BCP 47. */
    static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";

    private ProfileRules() {}
}
