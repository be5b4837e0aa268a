/** Whom a trusted key's request asks for: read from its headers or its signed token, found or made among the accounts. */
@NullMarked
package dev.rechat.chat.openai.person;

import org.jspecify.annotations.NullMarked;
