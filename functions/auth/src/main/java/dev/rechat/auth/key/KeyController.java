package dev.rechat.auth.key;

import dev.rechat.auth.password.CurrentPassword;
import dev.rechat.auth.totp.SecondFactors;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.persistence.apikey.ApiKey;
import dev.rechat.persistence.apikey.ApiKeyRepository;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own API keys. A key makes no keys: these routes are for people who signed in. */
@Controller("/api/v1/auth/keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Permission.ACCOUNT)
class KeyController {

    /** Greater than the text of any UUID. */
    private static final String NEWEST = "g";

    private final Keys keys;
    private final KeyChanges changes;
    private final ApiKeyRepository stored;
    private final CurrentPassword passwords;
    private final SecondFactors factors;

    KeyController(
            Keys keys, KeyChanges changes, ApiKeyRepository stored, CurrentPassword passwords, SecondFactors factors) {
        this.keys = keys;
        this.changes = changes;
        this.stored = stored;
        this.passwords = passwords;
        this.factors = factors;
    }

    /** The keys that were not revoked, the newest first. */
    @Get
    Page<KeyView> list(CurrentUser user, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        String before = request.start().map(KeyController::place).orElse(NEWEST);
        List<ApiKey> rows = stored.listBefore(user.id(), before, request.rows());
        return request.page(rows, key -> Cursor.of(key.id().toString()), key -> KeyView.of(key, user));
    }

    /** Makes a key; the answer is the only one that holds it. */
    @Post
    @Status(HttpStatus.CREATED)
    NewKeyView create(CurrentUser user, @Valid @Body CreateKey request) {
        passwords.require(user.id(), request.password());
        factors.prove(user.id(), request.totp());
        return NewKeyView.of(keys.create(user, request), user);
    }

    /** Changes what a key may do. A password that is given is looked at, also where none is needed. */
    @Patch("/{id}")
    KeyView change(CurrentUser user, ApiKeyId id, @Valid @Body ChangeKey request) {
        String password = request.password();
        if (password != null) {
            passwords.require(user.id(), password);
            factors.prove(user.id(), request.totp());
        }
        return KeyView.of(changes.change(user, id, request, password != null), user);
    }

    /** Revokes a key. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void revoke(CurrentUser user, ApiKeyId id) {
        keys.revoke(user.id(), id);
    }

    private static String place(Cursor cursor) {
        try {
            return ApiKeyId.of(String.join("", cursor.parts())).toString();
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.invalid();
        }
    }
}
