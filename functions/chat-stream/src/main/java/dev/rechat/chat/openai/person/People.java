package dev.rechat.chat.openai.person;

import dev.rechat.chat.openai.link.FileLinks;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.database.DuplicateKeyException;
import dev.rechat.web.user.CurrentUser;
import dev.rechat.web.user.Represented;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The account of whom a trusted key's request names, by the e-mail address or the mark of a file's address. What they may do is
 * looked up after that, as for everybody.
 */
@Singleton
final class People implements Represented {

    private final PeopleConfiguration configuration;
    private final UserTokens tokens;
    private final UserRepository users;
    private final NewPeople newPeople;
    private final FileLinks links;

    People(
            PeopleConfiguration configuration,
            UserTokens tokens,
            UserRepository users,
            NewPeople newPeople,
            FileLinks links) {
        this.configuration = configuration;
        this.tokens = tokens;
        this.users = users;
        this.newPeople = newPeople;
        this.links = links;
    }

    @Override
    public Optional<UserId> of(HttpRequest<?> request, CurrentUser owner) {
        Optional<NamedPerson> named =
                configuration.signed() ? tokens.read(request.getHeaders()) : unsigned(request.getHeaders());
        Optional<UserId> marked = named.isEmpty() ? marked(request, owner) : Optional.empty();
        if (named.isEmpty() && marked.isEmpty()) {
            return Optional.empty();
        }
        // Its requests are not taken for the owner's: what others ask would end up in the owner's history.
        if (owner.role() != Role.ADMIN) {
            throw new RefusedException(
                    ErrorCode.NOT_ADMINISTRATOR,
                    "this API key acts for nobody any more: its owner is no administrator");
        }
        Optional<User> user = named.map(person -> account(person, owner)).or(() -> marked.flatMap(users::findById));
        if (user.filter(User::active).isEmpty()) {
            throw new RefusedException(ErrorCode.ACCOUNT_DISABLED, "the account of this person is switched off");
        }
        return user.map(User::id);
    }

    /** Whoever fetches a picture of an answer tells nothing but its address, which names whom it was answered. */
    private Optional<UserId> marked(HttpRequest<?> request, CurrentUser owner) {
        String mark = request.getParameters().get("mark");
        return owner.keyId() == null || mark == null
                ? Optional.empty()
                : links.person(owner.keyId(), request.getPath(), mark);
    }

    /** A token that nobody here can check is not taken for nobody: its questions are not the owner's. */
    private static Optional<NamedPerson> unsigned(HttpHeaders headers) {
        if (headers.contains(UserTokens.HEADER)) {
            throw new RefusedException(
                    ErrorCode.UNAUTHENTICATED,
                    "a user token is sent in " + UserTokens.HEADER
                            + ": RECHAT_OPENAI_USER_TOKEN_SECRET must be set here");
        }
        return PersonHeaders.read(headers);
    }

    private User account(NamedPerson named, CurrentUser owner) {
        Optional<User> known = users.findByEmail(named.email().value());
        if (known.isPresent()) {
            return known.get();
        }
        return switch (configuration.users()) {
            case EXISTING ->
                throw new RefusedException(
                        ErrorCode.PERSON_UNKNOWN,
                        "the person who asks has no account here; an administrator can add one");
            case CREATE -> created(named, owner);
        };
    }

    private User created(NamedPerson named, CurrentUser owner) {
        try {
            return newPeople.create(named, owner);
        } catch (DuplicateKeyException taken) {
            return users.findByEmail(named.email().value()).orElseThrow(() -> taken);
        }
    }
}
