package dev.rechat.admin.user.csv;

import dev.rechat.admin.user.Memberships;
import dev.rechat.persistence.account.AccountFilter;
import dev.rechat.persistence.account.AccountLists;
import dev.rechat.persistence.account.AccountPosition;
import dev.rechat.persistence.account.AccountSort;
import dev.rechat.persistence.account.GroupName;
import dev.rechat.persistence.account.ListedAccount;
import dev.rechat.web.csv.CsvDocument;
import dev.rechat.web.download.Download;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of the house as a table that {@link PeopleImport} takes back unchanged. */
@Singleton
class PeopleExport {

    private static final int PEOPLE = 500;

    private final AccountLists lists;
    private final Memberships memberships;
    private final Clock clock;

    PeopleExport(AccountLists lists, Memberships memberships, Clock clock) {
        this.lists = lists;
        this.memberships = memberships;
        this.clock = clock;
    }

    private record Row(ListedAccount account, List<GroupName> groups) {}

    Download begin() {
        String day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
        return new Download(
                "rechat people " + day + ".csv",
                CsvDocument.MEDIA_TYPE,
                new CsvDocument<>(Column.HEADER, this::page, PeopleExport::cells));
    }

    private List<Row> page(@Nullable Row last) {
        AccountPosition after = last == null ? null : AccountPosition.of(AccountSort.OLDEST, last.account());
        List<ListedAccount> accounts = lists.page(AccountFilter.NONE, AccountSort.OLDEST, after, PEOPLE);
        var groups = memberships.of(accounts.stream().map(ListedAccount::id).toList());
        return accounts.stream()
                .map(account -> new Row(account, groups.getOrDefault(account.id(), List.of())))
                .toList();
    }

    private static List<String> cells(Row row) {
        ListedAccount account = row.account();
        return List.of(
                account.email(),
                account.displayName(),
                account.role().code(),
                account.language(),
                Boolean.toString(account.active()),
                GroupCell.write(row.groups().stream().map(GroupName::name).toList()));
    }
}
