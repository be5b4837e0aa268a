package dev.rechat.web.user;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How rights are kept.
 *
 * @param standingAge how long what was looked up holds; a change of rights is effective everywhere after that
 */
@ConfigurationProperties("rechat.access")
record AccessConfiguration(@Bindable(defaultValue = "30s") Duration standingAge) {}
