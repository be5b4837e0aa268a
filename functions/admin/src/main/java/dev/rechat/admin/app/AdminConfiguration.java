package dev.rechat.admin.app;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Limits of the administration.
 *
 * @param difyPatience longest wait for Dify while an app is set up or tested, all attempts together; a gateway gives up
 *     after 29 s
 */
@ConfigurationProperties("rechat.admin")
record AdminConfiguration(@Bindable(defaultValue = "20s") Duration difyPatience) {}
