<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ApplyEverywhere</name>
    <message numerus="yes">
        <source>Write it in %n place(s)</source>
        <translation>
            <numerusform>Write it in %Ln place</numerusform>
            <numerusform>Write it in %Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new form is written in %n place(s). Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>The new form is written in %Ln place. Ctrl+Z takes it back.</numerusform>
            <numerusform>The new form is written in %Ln places. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new form is being written in %n place(s)…</source>
        <translation>
            <numerusform>The new form is being written in %Ln place…</numerusform>
            <numerusform>The new form is being written in %Ln places…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDecision</name>
    <message numerus="yes">
        <source>%n change(s) will be accepted. Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%Ln change will be accepted. Ctrl+Z takes all of it back.</numerusform>
            <numerusform>%Ln changes will be accepted. Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) will be rejected. Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%Ln change will be rejected. Ctrl+Z takes all of it back.</numerusform>
            <numerusform>%Ln changes will be rejected. Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left alone: %1</source>
        <translation>
            <numerusform>%Ln left alone: %1</numerusform>
            <numerusform>%Ln left alone: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) decided.</source>
        <translation>
            <numerusform>%Ln change decided.</numerusform>
            <numerusform>%Ln changes decided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) before these: Enter shows them</source>
        <translation>
            <numerusform>%Ln change before these: Enter shows it</numerusform>
            <numerusform>%Ln changes before these: Enter shows them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) after these: Enter shows them</source>
        <translation>
            <numerusform>%Ln change after these: Enter shows it</numerusform>
            <numerusform>%Ln changes after these: Enter shows them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DigestPanel</name>
    <message numerus="yes">
        <source>%n change(s) by others</source>
        <translation>
            <numerusform>%Ln change by others</numerusform>
            <numerusform>%Ln changes by others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%Ln segment</numerusform>
            <numerusform>%Ln segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>All %n document(s)</source>
        <translation>
            <numerusform>All %Ln document</numerusform>
            <numerusform>All %Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportTerms</name>
    <message numerus="yes">
        <source>%n entry(ies) written to %1</source>
        <translation>
            <numerusform>%Ln entry written to %1</numerusform>
            <numerusform>%Ln entries written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%Ln segment</numerusform>
            <numerusform>%Ln segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlagFilterBar</name>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%Ln flag</numerusform>
            <numerusform>%Ln flags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryProblemsPanel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImpactPanel</name>
    <message numerus="yes">
        <source>%n more not listed</source>
        <translation>
            <numerusform>%Ln more not listed</numerusform>
            <numerusform>%Ln more not listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportTerms</name>
    <message numerus="yes">
        <source>%n entry(ies) saved in %1. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%Ln entry saved in %1. Ctrl+Z takes it back.</numerusform>
            <numerusform>%Ln entries saved in %1. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n entry(ies)</source>
        <translation>
            <numerusform>Import %Ln entry</numerusform>
            <numerusform>Import %Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossList</name>
    <message numerus="yes">
        <source>%n place(s) break the rules of the format; the first is line %1</source>
        <translation>
            <numerusform>%Ln place breaks the rules of the format: line %1</numerusform>
            <numerusform>%Ln places break the rules of the format; the first is line %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeEntries</name>
    <message numerus="yes">
        <source>%n reference(s) follow</source>
        <translation>
            <numerusform>%Ln reference follows</numerusform>
            <numerusform>%Ln references follow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipped entry(ies) name it and cannot follow: keep that one</source>
        <translation>
            <numerusform>%Ln shipped entry names it and cannot follow: keep that one</numerusform>
            <numerusform>%Ln shipped entries name it and cannot follow: keep that one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MiningPanel</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%Ln segment</numerusform>
            <numerusform>%Ln segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n find(s) without an entry</source>
        <translation>
            <numerusform>%Ln find without an entry</numerusform>
            <numerusform>%Ln finds without an entry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordPane</name>
    <message numerus="yes">
        <source>one of %n entries that another program wrote at once</source>
        <translation>
            <numerusform>one of %Ln entries that another program wrote at once</numerusform>
            <numerusform>one of %Ln entries that another program wrote at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplaceAll</name>
    <message numerus="yes">
        <source>%n place(s) replaced. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%Ln place replaced. Ctrl+Z takes it back.</numerusform>
            <numerusform>%Ln places replaced. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace in %n place(s)</source>
        <translation>
            <numerusform>Replace in %Ln place</numerusform>
            <numerusform>Replace in %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message numerus="yes">
        <source>%n open thread(s)</source>
        <translation>
            <numerusform>%Ln open thread</numerusform>
            <numerusform>%Ln open threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%Ln hint</numerusform>
            <numerusform>%Ln hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhereUsedPanel</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%Ln segment</numerusform>
            <numerusform>%Ln segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%Ln flag</numerusform>
            <numerusform>%Ln flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n own entries never met</source>
        <translation>
            <numerusform>%Ln own entry never met</numerusform>
            <numerusform>%Ln own entries never met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipped ones</source>
        <translation>
            <numerusform>%Ln shipped one</numerusform>
            <numerusform>%Ln shipped ones</numerusform>
        </translation>
    </message>
</context>
</TS>
