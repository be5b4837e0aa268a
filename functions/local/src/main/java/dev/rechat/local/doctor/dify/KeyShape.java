package dev.rechat.local.doctor.dify;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.util.regex.Pattern;

/** What a key is, by its looks; one that is none of an app is sent nowhere. */
final class KeyShape {

    private static final Pattern APP = Pattern.compile("app-[\\x21-\\x7E]+");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]*\\..*");
    private static final String ADVICE = "make one in Dify under the app's API access: it begins with app-";

    private KeyShape() {}

    static boolean isGood(String key, Sheet sheet) {
        if (APP.matcher(key).matches()) {
            return true;
        }
        sheet.problem("key", Code.NOT_AN_APP_KEY, looks(key), ADVICE);
        return false;
    }

    private static String looks(String key) {
        if (!key.equals(key.strip()) || key.startsWith("\"") || key.startsWith("'")) {
            return "the key has spaces or quotation marks around it";
        }
        if (key.isEmpty()) {
            return "the key is empty";
        }
        if (key.startsWith("Bearer")) {
            return "the key begins with the word Bearer, which is put before it anyway";
        }
        if (key.startsWith("dataset-")) {
            return "that is the key of a knowledge base, which answers no questions";
        }
        if (key.startsWith("sk-")) {
            return "that is the key of a model's provider, not of a Dify app";
        }
        return TOKEN.matcher(key).matches()
                ? "that is the token of a session in Dify's console, which ends within the hour"
                : "that is not the key of an app";
    }
}
