package dev.rechat.dify;

/**
 * The key of one Dify app ({@code app-...}). Never printed.
 *
 * @param value visible ASCII characters only, so that it cannot break out of a header
 */
public record DifyApiKey(String value) {

    public DifyApiKey {
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("a Dify API key consists of visible ASCII characters");
        }
    }

    @Override
    public String toString() {
        return "DifyApiKey[hidden]";
    }
}
