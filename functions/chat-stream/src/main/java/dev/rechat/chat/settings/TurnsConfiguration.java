package dev.rechat.chat.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How turns are produced and kept.
 *
 * @param lease how long a turn counts as alive without a word from its producer
 * @param journalInterval how often running turns are written to the log; what a killed process loses at most
 * @param stopPatience how long Dify has to end an answer that is to be stopped
 * @param handoverMargin how long before a function's deadline its turn is handed over
 * @param storePatience how long an answer is tried to be stored while the database is away
 * @param logRetention how long the events of an ended turn can be resumed one by one
 * @param titlePatience how long the first answer of a conversation waits for Dify's title; 0 to keep our own
 * @param maxBytes how much one turn may tell; Dify's answer is cut off there
 * @param maxRunningPerUser 0 for no limit
 * @param maxRunningPerApp 0 for no limit
 */
@ConfigurationProperties("rechat.turns")
public record TurnsConfiguration(
        @Bindable(defaultValue = "60s") Duration lease,
        @Bindable(defaultValue = "500ms") Duration journalInterval,
        @Bindable(defaultValue = "2s") Duration stopPatience,
        @Bindable(defaultValue = "3s") Duration handoverMargin,
        @Bindable(defaultValue = "10m") Duration storePatience,
        @Bindable(defaultValue = "24h") Duration logRetention,
        @Bindable(defaultValue = "2s") Duration titlePatience,
        @Bindable(defaultValue = "8388608") long maxBytes,
        @Bindable(defaultValue = "10") int maxRunningPerUser,
        @Bindable(defaultValue = "0") int maxRunningPerApp) {}
