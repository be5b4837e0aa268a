package dev.rechat.persistence.file;

/** Who brought a file. */
public enum FileDirection {
    UPLOAD,
    ANSWER
}
