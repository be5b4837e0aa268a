package dev.rechat.web.download;

import io.micronaut.http.MediaType;

/** A document to be saved. @param name what the file is to be called */
public record Download(String name, MediaType type, Pieces pieces) {}
