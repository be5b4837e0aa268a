package dev.rechat.auth;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server on this machine that delivers everything to itself. */
public final class MailServer implements AutoCloseable {

    public static final String PUBLIC_URL = "https://chat.example.org";

    private static final Pattern LINK =
            Pattern.compile("https://chat\\.example\\.org/[a-z]+#token=([A-Za-z0-9_-]{43})");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public MailServer() {
        server.start();
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** Wants this user name and password from now on. */
    public void require(String username, String password) {
        server.setUser(username, username, password);
        server.getManagers().getUserManager().setAuthRequired(true);
    }

    /** What a house needs to send through this server. */
    public Map<String, Object> configuration() {
        return Map.of(
                "rechat.mail.host", "127.0.0.1",
                "rechat.mail.port", port(),
                "rechat.mail.security", "none",
                "rechat.mail.from", "ReChat <chat@example.org>",
                "rechat.public-url", PUBLIC_URL + "/");
    }

    public List<MimeMessage> received() {
        return Arrays.asList(server.getReceivedMessages());
    }

    /** The token of the link in the newest mail. */
    public String newestToken() {
        Matcher link = LINK.matcher(text(received().getLast()));
        if (!link.find()) {
            throw new AssertionError("no link: " + text(received().getLast()));
        }
        return link.group(1);
    }

    /** The part for programs without HTML. */
    public static String text(MimeMessage mail) {
        return part(mail, 0);
    }

    public static String html(MimeMessage mail) {
        return part(mail, 1);
    }

    /** The whole mail as it came over the wire. */
    public static String source(MimeMessage mail) {
        return GreenMailUtil.getWholeMessage(mail);
    }

    private static String part(MimeMessage mail, int index) {
        try {
            return ((MimeMultipart) mail.getContent())
                    .getBodyPart(index)
                    .getContent()
                    .toString()
                    .replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
