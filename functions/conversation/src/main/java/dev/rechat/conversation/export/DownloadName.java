package dev.rechat.conversation.export;

/** What a saved document is called: something of its title that every file system takes. */
final class DownloadName {

    private static final int MAX_CODE_POINTS = 60;

    private DownloadName() {}

    static String of(String title, ExportFormat format) {
        String name = title.codePoints()
                .map(each -> Character.isISOControl(each) || "<>:\"/\\|?*".indexOf(each) >= 0 ? ' ' : each)
                .limit(MAX_CODE_POINTS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("^[\\s.]+|[\\s.]+$", "");
        return (name.isEmpty() ? "conversation" : name) + "." + format.extension;
    }
}
