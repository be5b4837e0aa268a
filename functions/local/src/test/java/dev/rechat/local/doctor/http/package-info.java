@NullMarked
package dev.rechat.local.doctor.http;

import org.jspecify.annotations.NullMarked;
