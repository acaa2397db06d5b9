package org.chunfeng.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTypeTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource({"255044462d312e34, PDF", "89504e470d0a1a0a00, PNG", "ffd8ffe000, JPG"})
    void aFileIsToldByHowItBegins(String beginning, DocumentType type) {
        assertThat(DocumentType.ofContent(HexFormat.of().parseHex(beginning))).contains(type);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"OFD.xml, OFD", "word/document.xml, DOCX", "xl/workbook.xml, XLSX"})
    void aPackedDocumentIsToldByWhatItContains(String entry, DocumentType type) throws IOException {
        assertThat(DocumentType.ofContent(packed("[Content_Types].xml", entry))).contains(type);
    }

    @Test
    void aPackedFileThatIsNoDocumentIsNotTaken() throws IOException {
        assertThat(DocumentType.ofContent(packed("run.class", "words.txt"))).isEmpty();
    }

    @Test
    void neitherAProgramNorAPageNorNothingIsTaken() {
        assertThat(DocumentType.ofContent("MZ\u0090".getBytes(UTF_8))).isEmpty();
        assertThat(DocumentType.ofContent("<html><script>".getBytes(UTF_8))).isEmpty();
        assertThat(DocumentType.ofContent(new byte[0])).isEmpty();
    }

    @Test
    void aTornPackageIsNotTaken() throws IOException {
        byte[] whole = packed("[Content_Types].xml", "word/document.xml");

        assertThat(DocumentType.ofContent(java.util.Arrays.copyOf(whole, 12))).isEmpty();
    }

    private static byte[] packed(String... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }
}
