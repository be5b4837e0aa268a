package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rechat.dify.payload.FileUpload;
import dev.rechat.dify.payload.InputControl;
import dev.rechat.dify.payload.Toggle;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that are not streamed, by the client as a bean. */
@Timeout(30)
class BlockingIT {

    private static final String JSON = "application/json; charset=utf-8";

    @AutoClose
    private final ApplicationContext context =
            ApplicationContext.run(Map.of("rechat.dify.retries", "1", "rechat.dify.networks", "127.0.0.1"));

    private final DifyClient client = context.getBean(DifyClient.class);

    @Test
    void readsAnswerOfChat() throws InterruptedException {
        try (WireServer server = WireServer.answering(200, JSON, """
                {"event": "message", "task_id": "t", "id": "m", "message_id": "m", "conversation_id": "c",
                 "mode": "chat", "answer": "\\u00e4", "metadata": {"usage": {"total_tokens": 3}}, "created_at": 10}
                """)) {
            DifyAnswer answer = client.ask(server.app(), Clients.chat());

            assertThat(answer).isInstanceOfSatisfying(DifyAnswer.Text.class, text -> {
                assertThat(text.answer()).isEqualTo("ä");
                assertThat(text.mode()).isEqualTo(DifyMode.CHAT);
                assertThat(text.context().conversationId()).isEqualTo("c");
                assertThat(text.metadata().usage()).isNotNull();
            });
            assertThat(server.request().body()).contains("\"response_mode\":\"blocking\"");
        }
    }

    @Test
    void readsRunThatFailedThoughItsStatusIs200() {
        try (WireServer server = WireServer.answering(200, JSON, """
                {"task_id": "t", "workflow_run_id": "r", "data": {"id": "r", "workflow_id": "w", "status": "failed",
                 "outputs": null, "error": "boom", "elapsed_time": 0.1, "total_tokens": 0, "total_steps": 2,
                 "created_at": 1, "finished_at": 2}}""")) {
            DifyAnswer answer = client.ask(server.app(), Clients.workflow());

            assertThat(answer).isInstanceOfSatisfying(DifyAnswer.Run.class, run -> {
                assertThat(run.run().status()).isEqualTo("failed");
                assertThat(run.run().error()).isEqualTo("boom");
                assertThat(run.context().workflowRunId()).isEqualTo("r");
            });
        }
    }

    @Test
    void readsChatflowThatPaused() {
        try (WireServer server = WireServer.answering(200, JSON, """
                {"event": "workflow_paused", "task_id": "t", "conversation_id": "c", "answer": "so far",
                 "data": {"workflow_run_id": "r", "paused_nodes": ["n"], "reasons": [{"TYPE": "x"}],
                 "status": "paused"}}""")) {
            DifyAnswer answer = client.ask(server.app(), Clients.chat());

            assertThat(answer).isInstanceOfSatisfying(DifyAnswer.Paused.class, paused -> {
                assertThat(paused.answer()).isEqualTo("so far");
                assertThat(paused.pause().pausedNodes()).containsExactly("n");
            });
        }
    }

    @Test
    void stopsATask() throws InterruptedException {
        try (WireServer server = WireServer.answering(200, JSON, "{\"result\":\"success\"}")) {
            client.stop(server.app(), DifyMode.WORKFLOW, "task-1", "user-1");

            WireServer.Received request = server.request();
            assertThat(request.line()).isEqualTo("POST /v1/workflows/tasks/task-1/stop HTTP/1.1");
            assertThat(request.body()).isEqualTo("{\"user\":\"user-1\"}");
        }
    }

    @Test
    void readsDescription() throws InterruptedException {
        try (WireServer server = WireServer.answering(200, JSON, """
                {"name": "App", "description": null, "tags": ["a"], "mode": "advanced-chat", "author_name": "me"}""")) {
            DifyAppDescription description = client.info(server.app());

            assertThat(description)
                    .isEqualTo(new DifyAppDescription("App", "", List.of("a"), DifyMode.ADVANCED_CHAT, "me"));
            assertThat(server.request().line()).isEqualTo("GET /v1/info HTTP/1.1");
        }
    }

    @Test
    void readsParameters() {
        try (WireServer server = WireServer.answering(200, JSON, """
                {"opening_statement": null, "suggested_questions": ["q"],
                 "suggested_questions_after_answer": {"enabled": true}, "speech_to_text": {"enabled": false},
                 "text_to_speech": {"enabled": true, "voice": "v", "language": "en", "autoPlay": "enabled"},
                 "retriever_resource": {"enabled": true}, "annotation_reply": {"enabled": false},
                 "more_like_this": {"enabled": false}, "sensitive_word_avoidance": {"enabled": false, "type": ""},
                 "user_input_form": [{"text-input": {"label": "Name", "variable": "name", "required": true,
                   "max_length": 48, "default": ""}}, {"select": {"label": "S", "variable": "s", "required": false,
                   "options": ["a", "b"], "default": null}}],
                 "file_upload": {"enabled": true, "allowed_file_types": ["image"], "allowed_file_extensions": [],
                   "allowed_file_upload_methods": ["local_file"], "number_limits": 3,
                   "image": {"enabled": false, "number_limits": 3, "transfer_methods": ["remote_url"]},
                   "fileUploadConfig": {"file_size_limit": 15}},
                 "system_parameters": {"file_size_limit": 15, "workflow_file_upload_limit": 10}}""")) {
            DifyParameters parameters = client.parameters(server.app());

            assertThat(parameters.openingStatement()).isNull();
            assertThat(parameters.suggestedQuestions()).containsExactly("q");
            assertThat(parameters.textToSpeech()).isEqualTo(new Toggle(true, "v", "en", "enabled"));
            assertThat(parameters.userInputForm())
                    .extracting(InputControl::control, InputControl::variable, InputControl::options)
                    .containsExactly(tuple("text-input", "name", List.of()), tuple("select", "s", List.of("a", "b")));
            assertThat(parameters.fileUpload().image()).isNotNull();
            assertThat(parameters.fileUpload())
                    .extracting(FileUpload::numberLimits)
                    .isEqualTo(3);
            assertThat(parameters.systemParameters().workflowFileUploadLimit()).isEqualTo(10);
        }
    }

    @Test
    void readsParametersThatSayNothing() {
        try (WireServer server = WireServer.answering(200, JSON, "{}")) {
            DifyParameters parameters = client.parameters(server.app());

            assertThat(parameters.userInputForm()).isEmpty();
            assertThat(parameters.speechToText()).isEqualTo(Toggle.OFF);
        }
    }
}
