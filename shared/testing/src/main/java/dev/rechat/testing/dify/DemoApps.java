package dev.rechat.testing.dify;

import java.util.List;

/** One app of each mode, one that asks a person, and one that asks for everything, under keys that never change, for trying ReChat out. */
public final class DemoApps {

    public static final String CHAT_KEY = "app-demo-chat";
    public static final String AGENT_KEY = "app-demo-agent";
    public static final String CHATFLOW_KEY = "app-demo-chatflow";
    public static final String COMPLETION_KEY = "app-demo-completion";
    public static final String WORKFLOW_KEY = "app-demo-workflow";
    public static final String APPROVAL_KEY = "app-demo-approval";

    public static final String FORM_KEY = "app-demo-form";

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
                        .withApproval(),
                SimulatedApp.chatflow(FORM_KEY)
                        .named("Form", "Asks for values of every kind first.")
                        .opening("Fill in the form, then ask.", "What did I fill in?", "我填写了什么？")
                        .asking(everyControl())
                        .withAllFeatures());
    }

    private static InputField[] everyControl() {
        return new InputField[] {
            InputField.text("name", "Your name", true, 40)
                    .placeholder("Ada Lovelace")
                    .hint("As it shall stand in the letter."),
            InputField.paragraph("about", "About you / 关于您", false)
                    .placeholder("A few sentences")
                    .preset("I like mathematics."),
            InputField.select("language", "Language", true, "English", "简体中文", "Deutsch")
                    .preset("English"),
            InputField.number("age", "Age", false).hint("In years."),
            InputField.checkbox("newsletter", "Send me the newsletter").preset(true),
            InputField.file("photo", "Photo", false, "image").hint("One picture."),
            InputField.files("papers", "Papers", false, 3, "document", "image"),
            InputField.json("settings", "Settings", false)
                    .hint("A JSON object.")
                    .preset("{\"verbose\": true}"),
            InputField.text("source", "Where you come from", false, 20)
                    .preset("demo")
                    .hidden()
        };
    }
}
