package dev.rechat.local.demo;

import dev.rechat.dify.DifyApiKey;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyAppDescription;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyMode;
import dev.rechat.local.start.StartProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** An app of a Dify of one's own, named on the command line. */
public record RealDify(String url, String key) {

    private static final int LONGEST_SLUG = 40;

    /**
     * Asks Dify what the app is.
     *
     * @throws StartProblem when Dify does not answer, or not for this key
     */
    public AppSeed describe(DifyClient client, int sortOrder) {
        DifyAppDescription app = ask(client);
        if (app.mode() == DifyMode.UNKNOWN) {
            throw new StartProblem("The app at %s is of a kind that this version does not know.".formatted(url));
        }
        return new AppSeed(
                slug(app.name()), app.name(), app.description(), app.mode().wireName(), url, key, sortOrder);
    }

    private DifyAppDescription ask(DifyClient client) {
        try {
            return client.info(new DifyApp(URI.create(url), new DifyApiKey(key)));
        } catch (IllegalArgumentException wrong) {
            throw new StartProblem("--dify or --key is not usable: " + wrong.getMessage(), wrong);
        } catch (DifyException failed) {
            throw new StartProblem("""
                    Dify at %s does not accept us: %s
                    The URL is that of the Service API (such as https://api.dify.ai/v1), the key is of a published app.""".formatted(url, failed.getMessage()), failed);
        }
    }

    /** The host, for the list of networks that a Dify may be in: whoever names it here is who decides. */
    public Optional<String> network() {
        try {
            String host = new URI(url).getHost();
            return Optional.ofNullable(host).map(name -> name.replaceAll("^\\[|]$", ""));
        } catch (URISyntaxException unusable) {
            return Optional.empty(); // told when it is asked
        }
    }

    private static String slug(String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String slug =
                ascii.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut = slug.substring(0, Math.min(slug.length(), LONGEST_SLUG));
        return cut.isEmpty() ? "dify" : cut;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "RealDify[" + url + "]";
    }
}
