package dev.rechat.chat.openai.request;

/** Something that was said before the question. */
public record Said(boolean byAssistant, String text) {}
