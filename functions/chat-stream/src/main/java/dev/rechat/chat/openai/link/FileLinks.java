package dev.rechat.chat.openai.link;

import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.secret.MacKeys;
import dev.rechat.web.user.CurrentUser;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of files in answers. For an API key they carry a mark: proof that this very key was given the file in an answer to
 * this person. It opens nothing without the key, and nothing that the key or the person may not have any more.
 */
@Singleton
public final class FileLinks {

    private static final String PURPOSE = "openai-file";

    /** The mark, whose person it is, and the key that it was made with, whose id may have dots. */
    private static final Pattern MARK = Pattern.compile("([0-9a-f]{64})\\.([0-9a-f-]{36})\\.([A-Za-z0-9._-]{1,32})");

    private static final Pattern PATH = Pattern.compile("/v1/files/([0-9a-fA-F-]{36})/content");

    private final MacKeys keys;

    FileLinks(MacKeys keys) {
        this.keys = keys;
    }

    /** Where somebody can have a file of theirs. */
    public String path(CurrentUser who, FileId file) {
        String path = "/v1/files/" + file + "/content";
        if (who.keyId() == null) {
            return path;
        }
        String keyId = keys.currentKeyId();
        return path + "?mark=" + mac(keyId, who.keyId(), who.id(), file) + "." + who.id() + "." + keyId;
    }

    /** Whether it was given to them in an answer; of somebody who signed in what is theirs was. */
    public boolean given(CurrentUser who, FileId file, String mark) {
        return who.keyId() == null
                || person(who.keyId(), file, mark).filter(who.id()::equals).isPresent();
    }

    /** Whom a key was given a file for, by the address that was told to it. Empty for anything else. */
    public Optional<UserId> person(ApiKeyId key, String path, String mark) {
        Matcher named = PATH.matcher(path);
        return named.matches() ? file(named.group(1)).flatMap(file -> person(key, file, mark)) : Optional.empty();
    }

    private static Optional<FileId> file(String id) {
        try {
            return Optional.of(FileId.of(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private Optional<UserId> person(ApiKeyId key, FileId file, String mark) {
        Matcher parts = MARK.matcher(mark);
        if (!parts.matches() || !keys.knows(parts.group(3))) {
            return Optional.empty();
        }
        try {
            UserId person = UserId.of(parts.group(2));
            String right = mac(parts.group(3), key, person, file);
            return MessageDigest.isEqual(bytes(right), bytes(parts.group(1))) ? Optional.of(person) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private String mac(String keyId, ApiKeyId key, UserId person, FileId file) {
        return keys.mac(keyId, PURPOSE, bytes(key + "\n" + person + "\n" + file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
