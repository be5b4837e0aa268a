package dev.rechat.runlog.pause;

/** Why a run waits; empty texts where there is nothing to tell. */
public record PauseReason(PauseReasonType type, String formId, String message, String nodeId) {}
