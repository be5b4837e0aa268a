package dev.rechat.local.docs;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the operations of the joined document. Each function's part names them by its methods, so names repeat; programs that
 * are made from the document need each once. Method and path name an operation: {@code getConversationsIdMessages}.
 */
final class OperationIds {

    private static final Pattern PATH = Pattern.compile("  (/\\S*):");
    private static final Pattern METHOD = Pattern.compile("    (get|put|post|patch|delete|head|options):");
    private static final String ID = "      operationId: ";
    private static final String ROOT = "/api/v1";

    private OperationIds() {}

    /** @param document YAML, as the Java build writes it */
    static String unique(String document) {
        StringJoiner named = new StringJoiner("\n", "", "\n");
        String path = "";
        String method = "";
        for (String line : document.lines().toList()) {
            Matcher pathLine = PATH.matcher(line);
            Matcher methodLine = METHOD.matcher(line);
            if (pathLine.matches()) {
                path = pathLine.group(1);
            } else if (methodLine.matches()) {
                method = methodLine.group(1);
            }
            named.add(line.startsWith(ID) ? ID + name(method, path) : line);
        }
        return named.toString();
    }

    private static String name(String method, String path) {
        StringBuilder name = new StringBuilder(method);
        String below = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
        for (String word : below.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString();
    }
}
