package dev.rechat.chat.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileContentsTest {

    private static final String PNG = "89504e470d0a1a0a00";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, 89504e470d0a1a0a00",
        "a.JPG, ffd8ffe000104a46",
        "a.gif, 474946383961",
        "a.webp, 524946460000000057454250",
        "a.pdf, 255044462d312e37",
        "a.docx, 504b030414000600",
        "a.doc, d0cf11e0a1b11ae1",
        "a.mp3, fffb9064",
        "a.mp3, 49443303",
        "a.wav, 524946460000000057415645",
        "a.mp4, 0000001866747970",
        "a.txt, 68656c6c6f",
        "a.csv, fffe610062000a00",
        "a.bin, 0001"
    })
    void takesWhatItIs(String name, String hex) {
        assertThat(FileContents.fits(name, bytes(hex))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, 89504e470d0a1a0a00",
        "a.png, ffd8ffe000104a46",
        "a.webp, 524946460000000057415645",
        "a.txt, 89504e470d0a1a0a00",
        "a.md, 4d5a9000",
        "a.docx, 504b",
        "a.mp4, 00"
    })
    void refusesWhatOnlyCallsItselfSo(String name, String hex) {
        assertThat(FileContents.fits(name, bytes(hex))).isFalse();
    }

    @Test
    void recognisesPicturesAndNothingThatRuns() {
        assertThat(FileContents.picture(bytes(PNG))).contains("png");
        assertThat(FileContents.picture("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(FileContents.picture(bytes("255044462d"))).isEmpty();
        assertThat(FileContents.recognise(bytes("255044462d"))).contains("pdf");
    }
}
