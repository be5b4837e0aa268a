package dev.rechat.auth.banner;

import dev.rechat.accounts.setting.Banner;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the house tells everybody who is signed in.
 *
 * @param level {@code info}, {@code warning} or {@code error}
 * @param until from when on it is told no more; left out when nobody has said
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record BannerView(String text, String level, @Nullable Instant until) {

    static BannerView of(Banner banner) {
        return new BannerView(banner.text(), banner.level().code(), banner.until());
    }
}
