package dev.rechat.auth.mail;

/**
 * One mail to one person.
 *
 * @param to an address
 * @param html the same as {@code text} for programs that show HTML
 */
record Mail(String to, String subject, String text, String html) {

    /** Line breaks in what becomes a header would begin headers of somebody else's choice. */
    Mail {
        if (hasControls(to) || hasControls(subject)) {
            throw new IllegalArgumentException("a control character in a header of a mail");
        }
    }

    private static boolean hasControls(String header) {
        return header.chars().anyMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return "Mail[subject=" + subject + "]";
    }
}
