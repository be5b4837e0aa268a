package dev.rechat.persistence.share;

import dev.rechat.kernel.share.OpenShare;
import dev.rechat.kernel.share.Shares;
import dev.rechat.kernel.share.Sharing;
import dev.rechat.persistence.setting.SystemSettingRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** Shares as the tables have them at this moment. */
@Singleton
final class DatabaseShares implements Shares {

    private final OpenShareRepository rows;
    private final SystemSettingRepository settings;
    private final Clock clock;

    DatabaseShares(OpenShareRepository rows, SystemSettingRepository settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is stored is JSON: the code in quotation marks. */
    @Override
    public Sharing policy() {
        return settings.findBySettingKey(Sharing.SETTING).stream()
                .flatMap(row -> Stream.of(Sharing.values())
                        .filter(each -> row.settingValue().equals('"' + each.code() + '"')))
                .findFirst()
                .orElse(Sharing.DEFAULT);
    }

    @Override
    public Optional<OpenShare> open(String tokenHash) {
        return rows.findOpen(tokenHash, clock.instant()).map(OpenShareRow::share);
    }
}
