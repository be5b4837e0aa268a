package dev.rechat.admin.setting;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.AccountName;
import dev.rechat.persistence.account.AdministrationRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out what those who changed settings are called. */
@Singleton
class Editors {

    private final AdministrationRepository accounts;

    Editors(AdministrationRepository accounts) {
        this.accounts = accounts;
    }

    /** A name for each of them whose account is still there. */
    Map<UserId, AccountName> named(Collection<UserId> ids) {
        List<String> known = ids.stream().map(UserId::toString).distinct().toList();
        return known.isEmpty()
                ? Map.of()
                : accounts.names(known).stream().collect(Collectors.toMap(AccountName::id, Function.identity()));
    }
}
