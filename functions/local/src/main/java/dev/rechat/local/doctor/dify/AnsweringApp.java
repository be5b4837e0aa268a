package dev.rechat.local.doctor.dify;

import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyParameters;

/** An app that told what it is. */
record AnsweringApp(DifyApp app, DifyMode mode, DifyParameters parameters) {}
