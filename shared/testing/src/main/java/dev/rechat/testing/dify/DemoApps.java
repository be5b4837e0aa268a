package dev.rechat.testing.dify;

import java.util.List;

/** One app of each mode and one that asks a person, under keys that never change, for trying ReChat out. */
public final class DemoApps {

    public static final String CHAT_KEY = "app-demo-chat";
    public static final String AGENT_KEY = "app-demo-agent";
    public static final String CHATFLOW_KEY = "app-demo-chatflow";
    public static final String COMPLETION_KEY = "app-demo-completion";
    public static final String WORKFLOW_KEY = "app-demo-workflow";
    public static final String APPROVAL_KEY = "app-demo-approval";

    private DemoApps() {}

    public static List<SimulatedApp> all() {
        return List.of(
                SimulatedApp.chat(CHAT_KEY)
                        .named("Chat", "A plain assistant.")
                        .opening("Hello! What would you like to know?", "What can you do?", "你会说中文吗？")
                        .withAllFeatures(),
                SimulatedApp.agentChat(AGENT_KEY)
                        .named("Agent", "Thinks aloud and uses a tool.")
                        .opening("I can look things up.", "What time is it?")
                        .withAllFeatures(),
                SimulatedApp.chatflow(CHATFLOW_KEY)
                        .named("Chatflow", "Answers from a knowledge base, node by node.")
                        .opening("Ask the handbook.", "What is in the handbook?")
                        .withAllFeatures(),
                SimulatedApp.completion(COMPLETION_KEY)
                        .named("Completion", "Writes a text from a form.")
                        .asking(
                                InputField.paragraph("audience", "For whom", false),
                                InputField.select("tone", "Tone", false, "friendly", "formal")),
                SimulatedApp.workflow(WORKFLOW_KEY)
                        .named("Workflow", "Runs a graph on a form.")
                        .asking(
                                InputField.text("topic", "Topic", true, 200),
                                InputField.number("count", "How many", false)),
                SimulatedApp.chatflow(APPROVAL_KEY)
                        .named("Approval", "Asks a person before it answers.")
                        .opening("I draft, you decide.", "Invite the team to lunch.")
                        .withApproval());
    }
}
