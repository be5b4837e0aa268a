package dev.rechat.testing.dify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * An app as its author configured it. Start from a factory method and refine.
 *
 * @param key the secret after {@code Bearer}
 * @param openingStatement empty for none
 * @param suggestedQuestions shown with the opening statement
 * @param followUps whether questions are suggested after an answer
 * @param citations whether answers name their sources
 * @param fileUpload whether messages may carry files
 * @param speech whether recordings are written down and answers read out
 * @param approved whether a person has to approve of each answer
 * @param enabled whether the API of this app is switched on
 */
public record SimulatedApp(
        String key,
        AppMode mode,
        String name,
        String description,
        List<InputField> inputs,
        String openingStatement,
        List<String> suggestedQuestions,
        boolean followUps,
        boolean citations,
        boolean fileUpload,
        boolean speech,
        boolean approved,
        boolean enabled) {

    public SimulatedApp {
        inputs = List.copyOf(inputs);
        suggestedQuestions = List.copyOf(suggestedQuestions);
    }

    public static SimulatedApp chat(String key) {
        return plain(key, AppMode.CHAT, "Simulated chat");
    }

    public static SimulatedApp agentChat(String key) {
        return plain(key, AppMode.AGENT_CHAT, "Simulated agent");
    }

    public static SimulatedApp chatflow(String key) {
        return plain(key, AppMode.ADVANCED_CHAT, "Simulated chatflow");
    }

    public static SimulatedApp completion(String key) {
        return plain(key, AppMode.COMPLETION, "Simulated completion");
    }

    public static SimulatedApp workflow(String key) {
        return plain(key, AppMode.WORKFLOW, "Simulated workflow");
    }

    private static SimulatedApp plain(String key, AppMode mode, String name) {
        return new SimulatedApp(key, mode, name, "", List.of(), "", List.of(), false, false, false, false, false, true);
    }

    public SimulatedApp named(String newName, String newDescription) {
        return new SimulatedApp(
                key,
                mode,
                newName,
                newDescription,
                inputs,
                openingStatement,
                suggestedQuestions,
                followUps,
                citations,
                fileUpload,
                speech,
                approved,
                enabled);
    }

    public SimulatedApp asking(InputField... fields) {
        return new SimulatedApp(
                key,
                mode,
                name,
                description,
                List.of(fields),
                openingStatement,
                suggestedQuestions,
                followUps,
                citations,
                fileUpload,
                speech,
                approved,
                enabled);
    }

    public SimulatedApp opening(String statement, String... questions) {
        return new SimulatedApp(
                key,
                mode,
                name,
                description,
                inputs,
                statement,
                List.of(questions),
                followUps,
                citations,
                fileUpload,
                speech,
                approved,
                enabled);
    }

    /** Switches on everything an author can: follow-up questions, citations, files, speech. */
    public SimulatedApp withAllFeatures() {
        return new SimulatedApp(
                key,
                mode,
                name,
                description,
                inputs,
                openingStatement,
                suggestedQuestions,
                true,
                true,
                true,
                true,
                approved,
                enabled);
    }

    /** A person has to fill in a form before each answer; for chatflow and workflow apps. */
    public SimulatedApp withApproval() {
        return new SimulatedApp(
                key,
                mode,
                name,
                description,
                inputs,
                openingStatement,
                suggestedQuestions,
                followUps,
                citations,
                fileUpload,
                speech,
                true,
                enabled);
    }

    /** The author has switched the API off: every call is answered 403. */
    public SimulatedApp disabled() {
        return new SimulatedApp(
                key,
                mode,
                name,
                description,
                inputs,
                openingStatement,
                suggestedQuestions,
                followUps,
                citations,
                fileUpload,
                speech,
                approved,
                false);
    }

    /** The id Dify would have given it; the same in every run. */
    UUID id() {
        return UUID.nameUUIDFromBytes(("app " + key).getBytes(StandardCharsets.UTF_8));
    }
}
