/** Plain requests that carry no key, to see who answers. */
@NullMarked
package dev.rechat.local.doctor.http;

import org.jspecify.annotations.NullMarked;
