package dev.rechat.benchmarks.data;

/**
 * How much a house holds.
 *
 * @param messages questions and answers, so an even number
 */
public record HouseSize(int users, int conversations, int messages) {

    /** @throws IllegalArgumentException when somebody would be left without a conversation, or one without a question */
    public HouseSize {
        if (users < 1 || conversations < users || messages % 2 != 0 || messages / 2 < conversations) {
            throw new IllegalArgumentException(
                    "a house has at least a conversation per user, and two messages per conversation, an even number");
        }
    }

    int turns() {
        return messages / 2;
    }
}
