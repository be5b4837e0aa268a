package dev.rechat.conversation.export;

import static dev.rechat.conversation.ConversationServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.api.ApiAnswer;
import org.junit.jupiter.api.Test;

class MarkdownExportIT {

    private final UserId owner = ConversationServer.person();
    private final App app = Stored.app(true);

    @Test
    void readsLikeTheConversation() {
        Conversation conversation = Stored.conversation(owner, app.id(), "# 问候 <b>");
        Message question = Stored.question(conversation, null, "Hello?");
        Stored.answer(conversation, question, "</details>\n\nfirst try");
        Message second =
                Stored.message(conversation, question, MessageRole.ASSISTANT, TurnStatus.STOPPED, "```\n<i>\n", null);
        Stored.file(second, "a*b.png");
        Stored.rate(second, "good\n# job");

        ApiAnswer export = as(owner).get("/api/v1/conversations/" + conversation.id() + "/export?format=markdown");

        assertThat(export.headers().firstValue("Content-Type")).hasValue("text/markdown; charset=utf-8");
        assertThat(export.headers().firstValue("Content-Disposition").orElseThrow())
                .endsWith(".md");
        assertThat(export.body().substring(export.body().indexOf('#'))).isEqualTo("""
                # \\# 问候 \\<b\\>

                App: The \\*App\\* · begun 2026-03-01 12:00 UTC

                ## 1. Question · 2026-03-01 12:00 UTC

                > Hello?

                ## 3. Answer (stopped) · 2026-03-01 12:00 UTC

                > ```
                > <i>
                >

                - File: a\\*b.png (image/png)

                Feedback: like – good \\# job

                <details>
                <summary>Other versions</summary>

                ### 2. Answer after 1 · 2026-03-01 12:00 UTC

                > &lt;/details>
                >
                > first try

                </details>

                ---

                End of the export: 1 conversation
                """);
    }

    @Test
    void tellsAllConversationsOneAfterTheOther() {
        Stored.question(Stored.conversation(owner, app.id(), "one"), null, "first");
        Stored.question(Stored.conversation(owner, app.id(), "two"), null, "second");
        Stored.question(Stored.conversation(ConversationServer.person(), app.id(), "three"), null, "foreign");

        String export =
                as(owner).get("/api/v1/conversations/export?format=markdown").body();

        assertThat(export)
                .containsSubsequence(
                        "# one\n", "> first\n", "# two\n", "> second\n", "End of the export: 2 conversations\n")
                .doesNotContain("three", "foreign");
    }
}
