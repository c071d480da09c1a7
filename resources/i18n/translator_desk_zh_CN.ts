<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Translator Desk</source>
        <translation>关于译审台</translation>
    </message>
    <message>
        <source>A desk for reviewing Chinese-English translations of government and news text.</source>
        <translation>用于审校政务与新闻文本汉英译文的工作台。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License 3 or later.</source>
        <translation>自由软件，依 GNU 通用公共许可证第 3 版或更高版本发布。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>House term base</source>
        <translation>本机术语库</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Name and date…</source>
        <translation>名称与日期(&amp;N)…</translation>
    </message>
    <message>
        <source>Attach the C&amp;hinese…</source>
        <translation>附上中文原文(&amp;H)…</translation>
    </message>
    <message>
        <source>Read the changed file a&amp;new</source>
        <translation>重新读取已改动的文件(&amp;N)</translation>
    </message>
    <message>
        <source>Read another &amp;version of the file…</source>
        <translation>读取该文件的另一版本(&amp;V)…</translation>
    </message>
    <message>
        <source>Move document &amp;up</source>
        <translation>上移文档(&amp;U)</translation>
    </message>
    <message>
        <source>Move document &amp;down</source>
        <translation>下移文档(&amp;D)</translation>
    </message>
    <message>
        <source>Copy &amp;Chinese</source>
        <translation>复制中文(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;English</source>
        <translation>复制英文(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Remove from the project</source>
        <translation>从项目中移除(&amp;R)</translation>
    </message>
    <message>
        <source>Paste Chinese a&amp;nd English…</source>
        <translation>粘贴中英文(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Attach the Chinese…</source>
        <translation>附上中文原文(&amp;A)…</translation>
    </message>
    <message>
        <source>Read the changed file ane&amp;w</source>
        <translation>重新读取已改动的文件(&amp;W)</translation>
    </message>
    <message>
        <source>Fla&amp;gs as a table…</source>
        <translation>将问题导出为表格(&amp;G)…</translation>
    </message>
    <message>
        <source>Name and &amp;date of the document…</source>
        <translation>文档的名称与日期(&amp;D)…</translation>
    </message>
    <message>
        <source>Re&amp;move the document</source>
        <translation>移除文档(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;place by source</source>
        <translation>以原文替换译文(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Insert source</source>
        <translation>插入原文(&amp;I)</translation>
    </message>
    <message>
        <source>Select in the s&amp;ource</source>
        <translation>在原文中选择(&amp;O)</translation>
    </message>
    <message>
        <source>Correct the Chi&amp;nese…</source>
        <translation>订正中文原文(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Join with next segment</source>
        <translation>与下一句段合并(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Split at the caret</source>
        <translation>在光标处拆分(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Copy segment</source>
        <translation>复制句段(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;English of the document</source>
        <translation>复制文档的英文(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation>最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;texts…</source>
        <translation>打开文本(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Paste text as a document</source>
        <translation>将剪贴板文本作为文档(&amp;P)</translation>
    </message>
    <message>
        <source>Sample pro&amp;ject</source>
        <translation>示例项目(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>关闭项目(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Insert term %1</source>
        <translation>插入术语 %1</translation>
    </message>
    <message>
        <source>&amp;Fix this flag</source>
        <translation>修正此问题(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;What can be done…</source>
        <translation>可用的处理办法(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Explain the words at the caret</source>
        <translation>解释光标处的文字(&amp;E)</translation>
    </message>
    <message>
        <source>Fix e&amp;verywhere…</source>
        <translation>全部修正(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Ignore here…</source>
        <translation>在此处忽略(&amp;I)…</translation>
    </message>
    <message>
        <source>I&amp;gnore everywhere…</source>
        <translation>全部忽略(&amp;G)…</translation>
    </message>
    <message>
        <source>Switch this check o&amp;ff in the project</source>
        <translation>在本项目中关闭此项检查(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;One person under two names</source>
        <translation>两个名字是同一人(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Two different people</source>
        <translation>是两个不同的人(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Confirm and go on</source>
        <translation>确认并前往下一处(&amp;C)</translation>
    </message>
    <message>
        <source>Con&amp;firm and stay</source>
        <translation>确认并停留(&amp;F)</translation>
    </message>
    <message>
        <source>Where confirming &amp;leads</source>
        <translation>确认后前往(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Next flag</source>
        <translation>下一个问题(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous flag</source>
        <translation>上一个问题(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;segment</source>
        <translation>下一句段(&amp;S)</translation>
    </message>
    <message>
        <source>Pr&amp;evious segment</source>
        <translation>上一句段(&amp;E)</translation>
    </message>
    <message>
        <source>Next &amp;unconfirmed</source>
        <translation>下一个未确认句段(&amp;U)</translation>
    </message>
    <message>
        <source>Previous unc&amp;onfirmed</source>
        <translation>上一个未确认句段(&amp;O)</translation>
    </message>
    <message>
        <source>Next &amp;document</source>
        <translation>下一文档(&amp;D)</translation>
    </message>
    <message>
        <source>Previous docu&amp;ment</source>
        <translation>上一文档(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Go to segment…</source>
        <translation>转到句段(&amp;G)…</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>下一窗格(&amp;A)</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一窗格</translation>
    </message>
    <message>
        <source>Name and ro&amp;le…</source>
        <translation>姓名与身份(&amp;L)…</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>首选项(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Translator Desk</source>
        <translation>关于译审台(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find and rep&amp;lace…</source>
        <translation>查找和替换(&amp;L)…</translation>
    </message>
    <message>
        <source>Ne&amp;xt hit</source>
        <translation>下一处匹配(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious hit</source>
        <translation>上一处匹配(&amp;V)</translation>
    </message>
    <message>
        <source>Conc&amp;ordance of the selected words</source>
        <translation>所选文字的语境检索(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;All commands…</source>
        <translation>全部命令(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Filter segments</source>
        <translation>筛选句段(&amp;F)</translation>
    </message>
    <message>
        <source>Show all &amp;documents</source>
        <translation>显示全部文档(&amp;D)</translation>
    </message>
    <message>
        <source>Letters &amp;larger</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>Letters &amp;smaller</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>Letters at &amp;normal size</source>
        <translation>恢复文字大小(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Co&amp;mment…</source>
        <translation>批注(&amp;M)…</translation>
    </message>
    <message>
        <source>Resol&amp;ve the thread, or reopen it</source>
        <translation>解决或重新打开讨论(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Perspective</source>
        <translation>视角(&amp;P)</translation>
    </message>
    <message>
        <source>Ne&amp;xt perspective</source>
        <translation>下一视角(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Accept the change</source>
        <translation>接受修改(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Reject the change</source>
        <translation>拒绝修改(&amp;R)</translation>
    </message>
    <message>
        <source>Reject with a rea&amp;son…</source>
        <translation>附理由拒绝(&amp;S)…</translation>
    </message>
    <message>
        <source>A&amp;mend the change…</source>
        <translation>改写此修改(&amp;M)…</translation>
    </message>
    <message>
        <source>Only some &amp;words of the change…</source>
        <translation>只处理部分词语(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Identical changes</source>
        <translation>相同的修改(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Next change</source>
        <translation>下一处修改(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous change</source>
        <translation>上一处修改(&amp;P)</translation>
    </message>
    <message>
        <source>As&amp;k back…</source>
        <translation>退回询问(&amp;K)…</translation>
    </message>
    <message>
        <source>Appro&amp;ve the segment</source>
        <translation>审定句段(&amp;V)</translation>
    </message>
    <message>
        <source>Re&amp;open the segment</source>
        <translation>重新打开句段(&amp;O)</translation>
    </message>
    <message>
        <source>Accept all in the &amp;list…</source>
        <translation>接受列表中的全部修改(&amp;L)…</translation>
    </message>
    <message>
        <source>Reject all in the lis&amp;t…</source>
        <translation>拒绝列表中的全部修改(&amp;T)…</translation>
    </message>
    <message>
        <source>S&amp;how changes as</source>
        <translation>修改的显示方式(&amp;H)</translation>
    </message>
    <message>
        <source>Old and new side b&amp;y side</source>
        <translation>新旧并排对照(&amp;Y)</translation>
    </message>
    <message>
        <source>Old words, new words, &amp;both</source>
        <translation>旧文、新文、两者(&amp;B)</translation>
    </message>
    <message>
        <source>Accept all &amp;identical changes…</source>
        <translation>接受所有相同的修改(&amp;I)…</translation>
    </message>
    <message>
        <source>Reject all i&amp;dentical changes…</source>
        <translation>拒绝所有相同的修改(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Hand the document to review</source>
        <translation>将文档提交审校(&amp;H)</translation>
    </message>
    <message>
        <source>Take the document &amp;back from review</source>
        <translation>从审校中收回文档(&amp;B)</translation>
    </message>
    <message>
        <source>Approve the &amp;document</source>
        <translation>审定文档(&amp;D)</translation>
    </message>
    <message>
        <source>Declare the document &amp;final</source>
        <translation>将文档定稿(&amp;F)</translation>
    </message>
    <message>
        <source>Reopen the do&amp;cument…</source>
        <translation>重新打开文档(&amp;C)…</translation>
    </message>
    <message>
        <source>Assi&amp;gn the document…</source>
        <translation>分派文档(&amp;G)…</translation>
    </message>
    <message>
        <source>Track changes in the doc&amp;ument</source>
        <translation>在文档中跟踪修改(&amp;U)</translation>
    </message>
    <message>
        <source>Four e&amp;yes in this project</source>
        <translation>本项目实行双人复核(&amp;Y)</translation>
    </message>
    <message>
        <source>Redline as a web pa&amp;ge or PDF…</source>
        <translation>修订稿网页或 PDF(&amp;G)…</translation>
    </message>
    <message>
        <source>Digest for the &amp;translator…</source>
        <translation>给译员的修改摘要(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Changes as a web page or PDF</source>
        <translation>改动网页或 PDF(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>打印(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Merge a colleague’s copy…</source>
        <translation>合并同事的副本(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Save a copy of the project…</source>
        <translation>保存项目副本(&amp;S)…</translation>
    </message>
    <message>
        <source>Restore a &amp;backup…</source>
        <translation>恢复备份(&amp;B)…</translation>
    </message>
    <message>
        <source>Save what can be read of a &amp;damaged project…</source>
        <translation>导出受损项目的可读内容(&amp;D)…</translation>
    </message>
    <message>
        <source>Open the &amp;glossary</source>
        <translation>打开术语库(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;New term from the selection…</source>
        <translation>由所选文字新建术语(&amp;N)…</translation>
    </message>
    <message>
        <source>Accept this &amp;variant</source>
        <translation>接受此译法(&amp;V)</translation>
    </message>
    <message>
        <source>Add to the forms to a&amp;void…</source>
        <translation>列为应避免的译法(&amp;A)…</translation>
    </message>
    <message>
        <source>Write the new &amp;form everywhere…</source>
        <translation>在所有文本中写入新译法(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Merge two entries…</source>
        <translation>合并两个词条(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Proposals</source>
        <translation>术语提议(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Candidates for entries</source>
        <translation>候选词条(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Import terms…</source>
        <translation>导入术语(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export terms…</source>
        <translation>导出术语(&amp;E)…</translation>
    </message>
    <message>
        <source>Add to my &amp;dictionary</source>
        <translation>加入我的词典(&amp;D)</translation>
    </message>
    <message>
        <source>Add to the pro&amp;ject&apos;s dictionary</source>
        <translation>加入项目词典(&amp;J)</translation>
    </message>
</context>
<context>
    <name>ApplyEverywhere</name>
    <message>
        <source>New form for %1</source>
        <translation>“%1”的新译法</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>&amp;Changes wait for a decision, in documents not handed to review too</source>
        <translation>修改待决定（尚未送审的文档亦然）(&amp;C)</translation>
    </message>
    <message>
        <source>Final documents are left as they are.</source>
        <translation>已定稿的文档保持不变。</translation>
    </message>
    <message numerus="yes">
        <source>Write it in %n place(s)</source>
        <translation>
            <numerusform>写入 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new form is written in %n place(s). Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>已在 %Ln 处写入新译法。按 Ctrl+Z 撤销。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new form is being written in %n place(s)…</source>
        <translation>
            <numerusform>正在 %Ln 处写入新译法…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AskedWords</name>
    <message>
        <source>Write something first.</source>
        <translation>请先填写内容。</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Assign “%1”</source>
        <translation>分派“%1”</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分派</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>截止日期(&amp;U)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>分派给(&amp;T)</translation>
    </message>
</context>
<context>
    <name>AvoidFormDialog</name>
    <message>
        <source>Form to avoid</source>
        <translation>应避免的译法</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>&amp;Entry</source>
        <translation>词条(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>译法(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Choose the entry and give the form.</source>
        <translation>请选择词条并填写译法。</translation>
    </message>
    <message>
        <source>The preferred form cannot be avoided.</source>
        <translation>首选译法不能列为应避免。</translation>
    </message>
    <message>
        <source>Somebody else changed this entry meanwhile; do it again.</source>
        <translation>他人刚修改了该词条，请再做一次。</translation>
    </message>
    <message>
        <source>Avoided from now on: “%1” for %2</source>
        <translation>今后避免用“%1”译%2</translation>
    </message>
</context>
<context>
    <name>AvoidLevels</name>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>项目(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Backup of</source>
        <translation>备份时间(&amp;B)</translation>
    </message>
    <message>
        <source>What stands in the project now is not lost: it is kept beside it under another name.</source>
        <translation>项目的现有内容不会丢失，将以另一名称保存在原处。</translation>
    </message>
    <message>
        <source>There is no backup of this project yet.</source>
        <translation>此项目尚无备份。</translation>
    </message>
</context>
<context>
    <name>BulkDecision</name>
    <message>
        <source>Accept changes</source>
        <translation>接受修改</translation>
    </message>
    <message>
        <source>Reject changes</source>
        <translation>拒绝修改</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) will be accepted. Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>将接受 %Ln 处修改。按 Ctrl+Z 可全部撤销。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) will be rejected. Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>将拒绝 %Ln 处修改。按 Ctrl+Z 可全部撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>A sample of them:</source>
        <translation>其中示例：</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message numerus="yes">
        <source>%n left alone: %1</source>
        <translation>
            <numerusform>%Ln 处保持不变：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to decide: every change is left alone.</source>
        <translation>没有可决定的内容：所有修改均保持不变。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) decided.</source>
        <translation>
            <numerusform>已决定 %Ln 处修改。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeDetails</name>
    <message>
        <source>About the segment</source>
        <translation>本句段须知</translation>
    </message>
    <message>
        <source>No flag of this segment was ignored or mended since the hand-over.</source>
        <translation>送审以来，本句段没有被忽略或已消除的问题。</translation>
    </message>
    <message>
        <source>This change mends</source>
        <translation>此修改消除的问题</translation>
    </message>
    <message>
        <source>This change brings</source>
        <translation>此修改带来的问题</translation>
    </message>
    <message>
        <source>Before and after this change</source>
        <translation>修改前后均有的问题</translation>
    </message>
    <message>
        <source>, seen by %1</source>
        <translation>，%1 已复核</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Mended since the hand-over</source>
        <translation>送审以来已消除</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1 询问</translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Kind of change</source>
        <translation>修改类别</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>全部级别</translation>
    </message>
    <message>
        <source>Level of the flags concerned</source>
        <translation>相关问题的级别</translation>
    </message>
    <message>
        <source>Whose changes</source>
        <translation>谁的修改</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation>接受 (A)</translation>
    </message>
    <message>
        <source>Reject (R)</source>
        <translation>拒绝 (R)</translation>
    </message>
    <message>
        <source>Amend… (E)</source>
        <translation>改写… (E)</translation>
    </message>
    <message>
        <source>No change waits for a decision.</source>
        <translation>没有待决定的修改。</translation>
    </message>
    <message>
        <source>No change passes the filter.</source>
        <translation>没有符合筛选条件的修改。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%Ln 处修改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) before these: Enter shows them</source>
        <translation>
            <numerusform>前面还有 %Ln 处修改，按 Enter 显示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) after these: Enter shows them</source>
        <translation>
            <numerusform>后面还有 %Ln 处修改，按 Enter 显示</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>A question waits for an answer</source>
        <translation>有待答复的询问</translation>
    </message>
    <message>
        <source>new flag</source>
        <translation>带来新问题</translation>
    </message>
    <message>
        <source>mends a flag</source>
        <translation>消除一个问题</translation>
    </message>
</context>
<context>
    <name>CheckLevels</name>
    <message>
        <source>Profile</source>
        <translation>检查方案</translation>
    </message>
    <message>
        <source>Find a check</source>
        <translation>查找检查项</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>检查方案(&amp;P)</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>as usual: %1</source>
        <translation>默认：%1</translation>
    </message>
</context>
<context>
    <name>Comments</name>
    <message>
        <source>Nobody has remarked on this segment.</source>
        <translation>本句段没有批注。</translation>
    </message>
    <message>
        <source>The thread is open again.</source>
        <translation>讨论已重新打开。</translation>
    </message>
    <message>
        <source>The thread is resolved.</source>
        <translation>讨论已解决。</translation>
    </message>
    <message>
        <source>The words stand elsewhere now.</source>
        <translation>所批注的词语已移至别处。</translation>
    </message>
    <message>
        <source>The words are gone.</source>
        <translation>所批注的词语已不存在。</translation>
    </message>
    <message>
        <source>The words were taken out.</source>
        <translation>所批注的词语已被删除。</translation>
    </message>
    <message>
        <source>Other words stand there now: “%1”</source>
        <translation>该处现为其他词语：“%1”</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>On this segment</source>
        <translation>本句段</translation>
    </message>
    <message>
        <source>All open threads</source>
        <translation>全部未解决的批注</translation>
    </message>
    <message>
        <source>Which comments</source>
        <translation>显示哪些批注</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Comment (Enter keeps it, Shift+Enter begins a line)</source>
        <translation>批注（Enter 保存，Shift+Enter 换行）</translation>
    </message>
    <message>
        <source>Words to say</source>
        <translation>批注内容</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation>退回询问</translation>
    </message>
    <message>
        <source>Resolved by %1</source>
        <translation>已由 %1 解决</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>标为已解决</translation>
    </message>
    <message>
        <source>About “%1”</source>
        <translation>关于“%1”</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往该处</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Changed by two people</source>
        <translation>两人都作了修改</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Somebody else changed the same words in the file while you did. Whose version counts?</source>
        <translation>您修改期间，他人也修改了文件中的相同内容。以谁的版本为准？</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中的</translation>
    </message>
    <message>
        <source>deleted or switched off</source>
        <translation>已删除或停用</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Copy that came back</source>
        <translation>返回的副本</translation>
    </message>
    <message>
        <source>Projects and texts</source>
        <translation>项目与文本</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Merge “%1”</source>
        <translation>合并“%1”</translation>
    </message>
    <message>
        <source>Who worked on this copy? The changes stand under this name and the name of the file.</source>
        <translation>这份副本由谁修改？修改将记在此人名下，并注明文件名。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Save a copy of the project</source>
        <translation>保存项目副本</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>DecisionLine</name>
    <message>
        <source>Accepting brings: %1</source>
        <translation>接受后将出现：%1</translation>
    </message>
    <message>
        <source>Rejecting brings: %1</source>
        <translation>拒绝后将出现：%1</translation>
    </message>
    <message>
        <source>%1 again accepts the change, Esc leaves it.</source>
        <translation>再按 %1 接受该修改，按 Esc 暂不处理。</translation>
    </message>
    <message>
        <source>%1 again rejects the change, Esc leaves it.</source>
        <translation>再按 %1 拒绝该修改，按 Esc 暂不处理。</translation>
    </message>
</context>
<context>
    <name>DigestPanel</name>
    <message>
        <source>In the document shown</source>
        <translation>当前文档</translation>
    </message>
    <message>
        <source>In the whole project</source>
        <translation>整个项目</translation>
    </message>
    <message>
        <source>Which documents</source>
        <translation>文档范围</translation>
    </message>
    <message>
        <source>What others did to your text</source>
        <translation>他人对您译文的修改</translation>
    </message>
    <message>
        <source>As a web page…</source>
        <translation>生成网页…</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) by others</source>
        <translation>
            <numerusform>他人修改 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody else has changed your text here, and no question waits.</source>
        <translation>他人未改动您的译文，也没有待答复的询问。</translation>
    </message>
    <message>
        <source>A question waits for your answer</source>
        <translation>有询问待您答复</translation>
    </message>
</context>
<context>
    <name>DocumentDetails</name>
    <message>
        <source>Name and date of the document</source>
        <translation>文档的名称与日期</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation>发布日期(&amp;P)</translation>
    </message>
    <message>
        <source>Date of publication is known</source>
        <translation>已知发布日期</translation>
    </message>
    <message>
        <source>Date of publication</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>English file</source>
        <translation>英文文件</translation>
    </message>
    <message>
        <source>Chinese file</source>
        <translation>中文文件</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>署名行</translation>
    </message>
    <message>
        <source>being counted…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Changed in review</source>
        <translation>审校改动量</translation>
    </message>
    <message>
        <source>Changed since the import</source>
        <translation>导入以来的改动量</translation>
    </message>
    <message>
        <source>Offices, names and forms that were right at one time are judged by the date of publication.</source>
        <translation>曾经正确的职务、名称和写法，按发布日期判断。</translation>
    </message>
    <message>
        <source>no words yet</source>
        <translation>尚无文字</translation>
    </message>
    <message>
        <source>TER: words in a hundred that were edited. chrF2: letters that stayed, in a hundred.</source>
        <translation>TER：每百词中被改动的词数。chrF2：每百个字符中保留的字符数。</translation>
    </message>
    <message>
        <source>unknown: the record cannot be read</source>
        <translation>未知：无法读取历史记录</translation>
    </message>
    <message>
        <source>Give the document a name.</source>
        <translation>请为文档命名。</translation>
    </message>
</context>
<context>
    <name>DocumentWay</name>
    <message>
        <source>%1, changes tracked</source>
        <translation>%1，跟踪修改</translation>
    </message>
    <message>
        <source>%1, was due on %2</source>
        <translation>%1，应于 %2 完成</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1，%2 前完成</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>The Chinese of this document is on the clipboard.</source>
        <translation>该文档的中文已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The English of this document is on the clipboard.</source>
        <translation>该文档的英文已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Chinese of “%1”</source>
        <translation>“%1”的中文原文</translation>
    </message>
    <message>
        <source>Reading “%1”…</source>
        <translation>正在读取“%1”…</translation>
    </message>
    <message>
        <source>Reading the texts…</source>
        <translation>正在读取文本…</translation>
    </message>
    <message>
        <source>New version of “%1”</source>
        <translation>“%1”的新版本</translation>
    </message>
    <message>
        <source>Reading the text anew…</source>
        <translation>正在重新读取文本…</translation>
    </message>
    <message>
        <source>Write the flags as a table</source>
        <translation>将问题写成表格</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Texts and tables</source>
        <translation>文本和表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Find a document</source>
        <translation>查找文档</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%Ln 个句段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln 个单词</numerusform>
        </translation>
    </message>
    <message>
        <source>English only</source>
        <translation>只有英文</translation>
    </message>
    <message>
        <source>%1 of %2 confirmed</source>
        <translation>已确认 %1/%2</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>个错误</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>个警告</translation>
    </message>
    <message>
        <source>hints</source>
        <translation>个提示</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Correct the Chinese</source>
        <translation>订正中文原文</translation>
    </message>
    <message>
        <source>For a slip in the source. The file it came from stays as it is; the history keeps what stood here.</source>
        <translation>用于订正原文中的笔误。来源文件保持不变；历史记录保留此处原有的文字。</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>订正</translation>
    </message>
    <message>
        <source>Segments copied: %1</source>
        <translation>已复制句段：%1</translation>
    </message>
    <message>
        <source>The English of this document is on the clipboard.</source>
        <translation>该文档的英文已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>EditProposal</name>
    <message>
        <source>Accept the proposal changed</source>
        <translation>修改后采纳提议</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>one form a line</source>
        <translation>每行一个译法</translation>
    </message>
    <message>
        <source>one form a line, reason after “ | ”</source>
        <translation>每行一个译法，原因写在“ | ”之后</translation>
    </message>
    <message>
        <source>&amp;Chinese</source>
        <translation>中文(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>英文(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类别(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Also right</source>
        <translation>也可用(&amp;A)</translation>
    </message>
    <message>
        <source>To a&amp;void</source>
        <translation>应避免(&amp;V)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reason for the record</source>
        <translation>记入历史的原因(&amp;R)</translation>
    </message>
    <message>
        <source>Give the term in Chinese and in English.</source>
        <translation>请填写术语的中文和英文。</translation>
    </message>
    <message>
        <source>Somebody else changed this entry meanwhile; look at it again in the glossary.</source>
        <translation>其间有人修改了该词条，请在术语库中重新查看。</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Translation of segment %1</source>
        <translation>第 %1 句段的译文</translation>
    </message>
    <message>
        <source>The text is as it was before editing. Ctrl+Z brings your typing back.</source>
        <translation>文本已恢复到编辑之前。按 Ctrl+Z 可找回您输入的内容。</translation>
    </message>
    <message>
        <source>Your text is kept. Esc again puts back the text as it was before editing.</source>
        <translation>您的文本已保留。再按一次 Esc 可恢复编辑之前的文本。</translation>
    </message>
    <message>
        <source>Ctrl+Enter confirms and goes on. This translation is one line; Shift+Enter breaks lines only where it has breaks.</source>
        <translation>按 Ctrl+Enter 确认并前往下一处。本译文为单行；只有原本含换行的译文才能用 Shift+Enter 换行。</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Short forms, right after a full one</source>
        <translation>简称（全称之后可用）</translation>
    </message>
    <message>
        <source>Not inside these strings</source>
        <translation>不在这些文字之内</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>Also right</source>
        <translation>也可用</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>任职</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>每行一个</translation>
    </message>
    <message>
        <source>One form a line; the first is the usual one.</source>
        <translation>每行一个形式；第一个为常用形式。</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>要求译出</translation>
    </message>
    <message>
        <source>A translation that lacks this term is flagged.</source>
        <translation>译文缺少该术语时报告。</translation>
    </message>
    <message>
        <source>Ordinary word too</source>
        <translation>也是普通词</translation>
    </message>
    <message>
        <source>Asked for only with a title, a list of surnames or a place suffix beside it.</source>
        <translation>仅当旁有职务、姓名排列或地名后缀时才要求译出。</translation>
    </message>
    <message>
        <source>One holder at a time</source>
        <translation>同时仅一人担任</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>What an entry says that is not verified is never above info.</source>
        <translation>依据未核实词条报告的问题，级别不高于“提示”。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Right until then: 2018, 2018-02 or 2018-02-11</source>
        <translation>在此日期之前正确：2018、2018-02 或 2018-02-11</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>单用</translation>
    </message>
    <message>
        <source>zh</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>“ ”</source>
        <translation>“ ”</translation>
    </message>
    <message>
        <source>Wrong only where it is not part of a longer form that is right</source>
        <translation>仅当不属于更长的正确形式时才算错误</translation>
    </message>
    <message>
        <source>Wrong only where the Chinese term stands in the segment</source>
        <translation>仅当本段含有该中文术语时才算错误</translation>
    </message>
    <message>
        <source>Wrong only in these capitals</source>
        <translation>仅在大小写完全相同时才算错误</translation>
    </message>
    <message>
        <source>Allowed inside quotation marks and titles of documents</source>
        <translation>引号和文件名称之内允许使用</translation>
    </message>
    <message>
        <source>2018, 2018-02 or 2018-02-11</source>
        <translation>2018、2018-02 或 2018-02-11</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>见报</translation>
    </message>
    <message>
        <source>Id of a title, or words</source>
        <translation>职务词条的 id，或文字</translation>
    </message>
    <message>
        <source>Id of a place, or words</source>
        <translation>地名词条的 id，或文字</translation>
    </message>
    <message>
        <source>A date, or “present”</source>
        <translation>日期，或“present”（至今）</translation>
    </message>
    <message>
        <source>Dates of reports, divided by commas</source>
        <translation>报道日期，用逗号分隔</translation>
    </message>
    <message>
        <source>Enter or F2 edits, the empty row adds, Ctrl+Delete takes a row out</source>
        <translation>Enter 或 F2 编辑，空行用于添加，Ctrl+Delete 删除一行</translation>
    </message>
    <message>
        <source>To avoid</source>
        <translation>应避免</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>EntryPane</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Reason, for the record of this entry</source>
        <translation>修改原因（记入该词条的记录）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>Layer to save in</source>
        <translation>保存到的层级</translation>
    </message>
    <message>
        <source>Offices in time</source>
        <translation>任职时间线</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提议</translation>
    </message>
    <message>
        <source>Drop the override</source>
        <translation>取消覆盖</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>new entry</source>
        <translation>新词条</translation>
    </message>
    <message>
        <source>without an id it gets one made of its English</source>
        <translation>不填 id 则按英文自动生成</translation>
    </message>
    <message>
        <source>deleted by somebody else; saving writes it again</source>
        <translation>已被他人删除；保存将重新写入</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>only read, as its YAML is typed; save or discard that first (Ctrl+Shift+Y)</source>
        <translation>只读：按其 YAML 中未保存的输入显示，请先保存或放弃（Ctrl+Shift+Y）</translation>
    </message>
    <message>
        <source>typed in its YAML too (Ctrl+Shift+Y); one save is for both</source>
        <translation>其 YAML 中也有未保存的修改（Ctrl+Shift+Y），一并保存</translation>
    </message>
    <message>
        <source>stands over a farther layer</source>
        <translation>覆盖下层词条</translation>
    </message>
    <message>
        <source>saving makes an override</source>
        <translation>保存后成为覆盖词条</translation>
    </message>
</context>
<context>
    <name>EntryTable</name>
    <message>
        <source>%1, switched off</source>
        <translation>%1，已停用</translation>
    </message>
    <message>
        <source>%1, overrides</source>
        <translation>%1（覆盖）</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层级</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>全部关闭</translation>
    </message>
    <message>
        <source>%1 of %2 messages are in sight; closing one shows the next.</source>
        <translation>共 %2 条消息，显示 %1 条；关闭一条即显示下一条。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
    <message numerus="yes">
        <source>All %n document(s)</source>
        <translation>
            <numerusform>全部 %Ln 个文档</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was read, menus and layout of the page untouched</source>
        <translation>与读取时相同，页面菜单和版式不变</translation>
    </message>
    <message>
        <source>Plain text (.txt)</source>
        <translation>纯文本 (.txt)</translation>
    </message>
    <message>
        <source>Web page (.html)</source>
        <translation>网页 (.html)</translation>
    </message>
    <message>
        <source>Chinese and English side by side (.tsv)</source>
        <translation>中英对照 (.tsv)</translation>
    </message>
    <message>
        <source>Chinese and English side by side (.csv)</source>
        <translation>中英对照 (.csv)</translation>
    </message>
    <message>
        <source>Working copy: both texts with changes marked, and comments (.tsv)</source>
        <translation>工作稿：中英对照，标出修改并附批注（.tsv）</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Reason to write it all the same</source>
        <translation>仍要写入的理由</translation>
    </message>
    <message>
        <source>Reason to write it all the same; it is recorded under your name</source>
        <translation>仍要写入的理由；将以您的姓名记录</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>文档(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>格式(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Added to the &amp;name</source>
        <translation>附加到文件名(&amp;N)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files that will be written</source>
        <translation>将要写入的文件</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>The checks are not done yet. Try again in a moment.</source>
        <translation>检查尚未完成。请稍后再试。</translation>
    </message>
    <message>
        <source>Settle what is open, or give a reason.</source>
        <translation>请先处理未决事项，或填写理由。</translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation>请指定文件夹。</translation>
    </message>
    <message>
        <source>replaces a file</source>
        <translation>将替换现有文件</translation>
    </message>
    <message>
        <source>This replaces the file the text was read from: %1</source>
        <translation>这将替换读取文本的原文件：%1</translation>
    </message>
    <message>
        <source>Not ready for print: %1</source>
        <translation>尚不能付印：%1</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>写入的文件夹</translation>
    </message>
</context>
<context>
    <name>ExportTerms</name>
    <message>
        <source>Export terms</source>
        <translation>导出术语</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>all in force</source>
        <translation>全部现用词条</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Entries</source>
        <translation>词条(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类别(&amp;K)</translation>
    </message>
    <message>
        <source>The terms are still being put together.</source>
        <translation>术语仍在整理中。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) written to %1</source>
        <translation>
            <numerusform>已将 %Ln 个词条写入 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%Ln 个词条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Not inside</source>
        <translation>不在这些文字之内</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>要求译出</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Also right</source>
        <translation>也可用</translation>
    </message>
    <message>
        <source>Short forms</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>To avoid</source>
        <translation>应避免</translation>
    </message>
    <message>
        <source>Ordinary word too</source>
        <translation>也是普通词</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>任职</translation>
    </message>
    <message>
        <source>One holder at a time</source>
        <translation>同时只有一人担任</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>only where it stands alone</source>
        <translation>仅单独出现时</translation>
    </message>
    <message>
        <source>only beside the Chinese</source>
        <translation>仅与原文并现时</translation>
    </message>
    <message>
        <source>only in these capitals</source>
        <translation>仅限此大小写</translation>
    </message>
    <message>
        <source>right in quotation marks</source>
        <translation>引号内可用</translation>
    </message>
    <message>
        <source>right until</source>
        <translation>可用至</translation>
    </message>
    <message>
        <source>from</source>
        <translation>起</translation>
    </message>
    <message>
        <source>to</source>
        <translation>止</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>见于</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All segments</source>
        <translation>全部句段</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>With flags</source>
        <translation>有问题的</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已改动</translation>
    </message>
    <message>
        <source>Filter the segments (Ctrl+L)</source>
        <translation>只显示含有这些文字的句段 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>要查找的文字</translation>
    </message>
    <message>
        <source>Which segments</source>
        <translation>显示哪些句段</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%Ln 个句段</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fix</name>
    <message>
        <source>Take it out</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Put a space</source>
        <translation>改为空格</translation>
    </message>
    <message>
        <source>Write “%1”</source>
        <translation>改为“%1”</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（删去）</translation>
    </message>
    <message>
        <source>(a space)</source>
        <translation>（空格）</translation>
    </message>
</context>
<context>
    <name>Flag</name>
    <message>
        <source>Written: “%1”. F8 goes to the next flag.</source>
        <translation>已写入“%1”。按 F8 前往下一个问题。</translation>
    </message>
    <message>
        <source>There is no flag here. F8 goes to the next one.</source>
        <translation>此处没有问题。按 F8 前往下一个。</translation>
    </message>
    <message>
        <source>This flag has no ready-made fix. Edit the words, or ignore it.</source>
        <translation>此问题没有现成的修正。请修改文字，或将其忽略。</translation>
    </message>
    <message>
        <source>No ready-made fix: edit the words</source>
        <translation>没有现成的修正：请修改文字</translation>
    </message>
    <message>
        <source>Terms of this segment: %1</source>
        <translation>本句段的术语：%1</translation>
    </message>
    <message>
        <source>This flag has no fix that could be made everywhere: it replaces no words.</source>
        <translation>此问题没有可全部应用的修正：它不替换任何文字。</translation>
    </message>
    <message>
        <source>This is for flags about one name in two spellings; there is none here.</source>
        <translation>此命令用于同一名字的两种写法；此处没有这类问题。</translation>
    </message>
    <message>
        <source>Noted: %1 and %2 are one person.</source>
        <translation>已记录：%1 与 %2 是同一人。</translation>
    </message>
    <message>
        <source>Noted: %1 and %2 are two people.</source>
        <translation>已记录：%1 与 %2 是两个人。</translation>
    </message>
</context>
<context>
    <name>FlagFilterBar</name>
    <message>
        <source>All checks</source>
        <translation>全部检查项</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%Ln 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Not run: %1</source>
        <translation>未运行：%1</translation>
    </message>
    <message>
        <source>Find among the flags</source>
        <translation>在问题中查找</translation>
    </message>
    <message>
        <source>Words to find among the flags</source>
        <translation>要在问题中查找的文字</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>全部级别</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Errors and warnings</source>
        <translation>错误和警告</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>本文档</translation>
    </message>
</context>
<context>
    <name>FlagModel</name>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>Write instead</source>
        <translation>建议改为</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>FlagStrip</name>
    <message>
        <source>No flag at the caret. F8 goes to the next one.</source>
        <translation>光标处没有问题。按 F8 前往下一个。</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>This flag speaks of no glossary entry.</source>
        <translation>该问题与术语库词条无关。</translation>
    </message>
    <message>
        <source>This flag points at no words that could be accepted.</source>
        <translation>该问题未指向可接受的文字。</translation>
    </message>
    <message>
        <source>Accepted from now on: “%1” for %2</source>
        <translation>今后接受“%1”作为%2的译法</translation>
    </message>
    <message>
        <source>Somebody else changed this entry meanwhile; do it again.</source>
        <translation>他人刚修改了该词条，请再做一次。</translation>
    </message>
    <message>
        <source>No entry of the glossary is found in this segment.</source>
        <translation>本段没有术语库词条。</translation>
    </message>
    <message>
        <source>Choose an entry of the glossary first (Ctrl+Shift+T).</source>
        <translation>请先在术语库中选择词条（Ctrl+Shift+T）。</translation>
    </message>
    <message>
        <source>&amp;Propose it: the terminology editor decides</source>
        <translation>提议：由术语编辑决定(&amp;P)</translation>
    </message>
    <message>
        <source>No former preferred form of %1 stands in the texts.</source>
        <translation>文本中没有“%1”的旧首选译法。</translation>
    </message>
    <message>
        <source>Proposed: %1. It waits for the terminology editor.</source>
        <translation>已提议：%1。等待术语编辑决定。</translation>
    </message>
    <message>
        <source>Proposed: %1 and %2 are one person. It waits for the terminology editor.</source>
        <translation>已提议：%1 与 %2 是同一人，待术语编辑决定。</translation>
    </message>
    <message>
        <source>Proposed: %1 and %2 are two people. It waits for the terminology editor.</source>
        <translation>已提议：%1 与 %2 是两个人，待术语编辑决定。</translation>
    </message>
    <message>
        <source>Import terms</source>
        <translation>导入术语</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
</context>
<context>
    <name>GlossaryPanel</name>
    <message>
        <source>Chinese, English, note or id</source>
        <translation>中文、英文、备注或 id</translation>
    </message>
    <message>
        <source>Filter entries</source>
        <translation>筛选词条</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>词条</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Begin a new entry</source>
        <translation>新建词条</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>词条</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>全部层级</translation>
    </message>
</context>
<context>
    <name>GlossaryProblemsPanel</name>
    <message>
        <source>Fixed in %1; Ctrl+Z takes it back</source>
        <translation>已在 %1 中修正；Ctrl+Z 可撤销</translation>
    </message>
    <message>
        <source>Somebody else changed this entry meanwhile; look at it again.</source>
        <translation>该词条已被他人修改；请再查看。</translation>
    </message>
    <message>
        <source>Problems of the glossary</source>
        <translation>术语库问题</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>can be fixed</source>
        <translation>可自动修正</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%Ln 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wrong with the entries in force.</source>
        <translation>现用词条没有问题。</translation>
    </message>
</context>
<context>
    <name>Go</name>
    <message>
        <source>To the next unconfirmed segment</source>
        <translation>下一个未确认的句段</translation>
    </message>
    <message>
        <source>To the next segment with a flag</source>
        <translation>下一个有问题的句段</translation>
    </message>
    <message>
        <source>To the next segment</source>
        <translation>下一句段</translation>
    </message>
    <message>
        <source>Every segment shown is confirmed.</source>
        <translation>所示句段均已确认。</translation>
    </message>
    <message>
        <source>No other segment shown has a flag.</source>
        <translation>所示的其他句段都没有问题。</translation>
    </message>
    <message>
        <source>This is the last segment shown.</source>
        <translation>这是所示的最后一个句段。</translation>
    </message>
    <message>
        <source>No open flags.</source>
        <translation>没有待处理的问题。</translation>
    </message>
    <message>
        <source>No flag so far; the check is still going on.</source>
        <translation>目前没有问题，检查仍在进行。</translation>
    </message>
    <message>
        <source>Flag %1 of %2</source>
        <translation>第 %1 个问题，共 %2 个</translation>
    </message>
    <message>
        <source>beginning again at the first</source>
        <translation>已从头开始</translation>
    </message>
    <message>
        <source>beginning again at the last</source>
        <translation>已从末尾开始</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Read from a file</source>
        <translation>从文件读取</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已改动</translation>
    </message>
    <message>
        <source>Flag mended</source>
        <translation>已修正问题</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已替换</translation>
    </message>
    <message>
        <source>State set</source>
        <translation>已设定状态</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>已拆分</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Chinese corrected</source>
        <translation>已更正中文</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Amended</source>
        <translation>已改写</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合入</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Asked back</source>
        <translation>退回询问</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Question withdrawn</source>
        <translation>撤回询问</translation>
    </message>
    <message>
        <source>The document since its import</source>
        <translation>全文：导入以来</translation>
    </message>
    <message>
        <source>The document since its hand-over</source>
        <translation>全文：送审以来</translation>
    </message>
    <message>
        <source>The document since its last approval</source>
        <translation>全文：上次审定以来</translation>
    </message>
    <message>
        <source>The document since a day…</source>
        <translation>全文：某日以来…</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>What each step did</source>
        <translation>每一步的改动</translation>
    </message>
    <message>
        <source>From each step to now</source>
        <translation>从每一步到现在</translation>
    </message>
    <message>
        <source>Against the step of %1</source>
        <translation>与 %1 的步骤相比</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较内容</translation>
    </message>
    <message>
        <source>History of the segment</source>
        <translation>句段的历史</translation>
    </message>
    <message>
        <source>Compare with this</source>
        <translation>与此比较</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Nothing in the document has changed since.</source>
        <translation>此后全文没有变化。</translation>
    </message>
    <message>
        <source>Nothing was done to this segment yet.</source>
        <translation>本句段尚无任何改动。</translation>
    </message>
    <message>
        <source>Changes since a day</source>
        <translation>某日以来的修改</translation>
    </message>
    <message>
        <source>The first day that counts</source>
        <translation>起始日期（含当日）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Write the day like 2024-06-30.</source>
        <translation>请按 2024-06-30 的格式填写日期。</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>not: %1</source>
        <translation>不用：%1</translation>
    </message>
</context>
<context>
    <name>HunkPart</name>
    <message>
        <source>Decide a part of this change</source>
        <translation>处理此修改的一部分</translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation>接受 (A)</translation>
    </message>
    <message>
        <source>Reject (R)</source>
        <translation>拒绝 (R)</translation>
    </message>
    <message>
        <source>The words chosen below</source>
        <translation>下面选中的词语</translation>
    </message>
    <message>
        <source>All that %1 did</source>
        <translation>%1 的全部改动</translation>
    </message>
    <message>
        <source>&amp;Decide:</source>
        <translation>处理对象(&amp;D)：</translation>
    </message>
    <message>
        <source>Choose words with Shift and the arrows, or Ctrl and the mouse. What is not chosen waits.</source>
        <translation>用 Shift 加方向键或 Ctrl 加鼠标选择词语。未选的继续待定。</translation>
    </message>
    <message>
        <source>Words of the change</source>
        <translation>修改中的词语</translation>
    </message>
    <message>
        <source>Rejecting brings: %1</source>
        <translation>拒绝后将出现：%1</translation>
    </message>
    <message>
        <source>Choose words first.</source>
        <translation>请先选择词语。</translation>
    </message>
</context>
<context>
    <name>IgnoreReason</name>
    <message>
        <source>Ignore this flag</source>
        <translation>忽略此问题</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Choose or type a reason</source>
        <translation>请选择或填写理由</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Here only</source>
        <translation>仅此处(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Everywhere in the project: “%1”</source>
        <translation>整个项目(&amp;E)：“%1”</translation>
    </message>
    <message>
        <source>&amp;Everywhere in the project</source>
        <translation>整个项目(&amp;E)</translation>
    </message>
    <message>
        <source>It comes back when its words change. The list of ignored flags takes it back.</source>
        <translation>相关文字改动后，此问题会重新出现。也可在“已忽略”列表中恢复。</translation>
    </message>
    <message>
        <source>Give a reason; it is kept with your name.</source>
        <translation>请填写理由；理由将与您的姓名一并保存。</translation>
    </message>
    <message>
        <source>Ignored: %1. Ctrl+Z takes it back.</source>
        <translation>已忽略：%1。按 Ctrl+Z 可撤销。</translation>
    </message>
</context>
<context>
    <name>IgnoredPanel</name>
    <message>
        <source>Find in words, reasons and names</source>
        <translation>在文字、理由和姓名中查找</translation>
    </message>
    <message>
        <source>Find among ignored flags</source>
        <translation>在已忽略的问题中查找</translation>
    </message>
    <message>
        <source>Show again (Del)</source>
        <translation>恢复显示 (Del)</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>同意忽略</translation>
    </message>
    <message>
        <source>An error may be ignored only where a second person agrees.</source>
        <translation>错误须经他人同意方可忽略。</translation>
    </message>
    <message>
        <source>Ignored flags</source>
        <translation>已忽略的问题</translation>
    </message>
    <message>
        <source>No flag is ignored in this project.</source>
        <translation>本项目没有已忽略的问题。</translation>
    </message>
    <message>
        <source>None of them has these words.</source>
        <translation>其中没有含这些文字的问题。</translation>
    </message>
    <message>
        <source>agreed by %1</source>
        <translation>%1 已同意</translation>
    </message>
    <message>
        <source>everywhere in the project</source>
        <translation>整个项目</translation>
    </message>
    <message>
        <source>here; its segment is gone</source>
        <translation>此处；所属句段已不存在</translation>
    </message>
    <message>
        <source>The flag is shown again where its words still stand.</source>
        <translation>相关文字仍在之处，问题已恢复显示。</translation>
    </message>
    <message>
        <source>Two people answer for ignoring it now.</source>
        <translation>现已由两人对此项忽略负责。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往该处</translation>
    </message>
    <message>
        <source>Agree that it is ignored</source>
        <translation>同意忽略此问题</translation>
    </message>
    <message>
        <source>Show the flag again</source>
        <translation>恢复显示此问题</translation>
    </message>
</context>
<context>
    <name>ImpactPanel</name>
    <message>
        <source>Flags that would come or go</source>
        <translation>将出现或消失的问题</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Working out what the change would do…</source>
        <translation>正在推算修改的影响…</translation>
    </message>
    <message>
        <source>Change an entry: what saving it would do is listed here, flag by flag, beforehand.</source>
        <translation>修改词条时，此处会在保存之前逐条列出将出现和消失的问题。</translation>
    </message>
    <message numerus="yes">
        <source>%n more not listed</source>
        <translation>
            <numerusform>另有 %Ln 条未列出</numerusform>
        </translation>
    </message>
    <message>
        <source>No flag would come or go.</source>
        <translation>不会有问题出现或消失。</translation>
    </message>
    <message>
        <source>would appear</source>
        <translation>将出现</translation>
    </message>
    <message>
        <source>would vanish</source>
        <translation>将消失</translation>
    </message>
</context>
<context>
    <name>ImportTerms</name>
    <message>
        <source>Import terms from %1</source>
        <translation>从 %1 导入术语</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>全部词条</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>显示哪些词条</translation>
    </message>
    <message>
        <source>accept the other English as a variant</source>
        <translation>将对方译法列为可用译法</translation>
    </message>
    <message>
        <source>prefer the other English</source>
        <translation>以对方译法为首选</translation>
    </message>
    <message>
        <source>&amp;Terms rendered otherwise, where ticked</source>
        <translation>勾选的译法不同词条(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>保存到(&amp;S)</translation>
    </message>
    <message>
        <source>Somebody else changed one of them meanwhile; import the file again.</source>
        <translation>其间有人修改了其中一个词条，请重新导入。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) saved in %1. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>已将 %Ln 个词条保存到 %1。按 Ctrl+Z 撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Entries of the file</source>
        <translation>文件中的词条</translation>
    </message>
    <message numerus="yes">
        <source>Import %n entry(ies)</source>
        <translation>
            <numerusform>导入 %Ln 个词条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncomingModel</name>
    <message>
        <source>What</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>现有译法</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Find a key or a command</source>
        <translation>查找快捷键或命令</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>In the grid: edit the segment</source>
        <translation>在句段表中：编辑句段</translation>
    </message>
    <message>
        <source>While editing: leave, the text stays; once more: the text as it was before</source>
        <translation>编辑时：离开并保留文本；再按一次：恢复编辑之前的文本</translation>
    </message>
    <message>
        <source>While editing: to the next segment</source>
        <translation>编辑时：前往下一句段</translation>
    </message>
    <message>
        <source>In the list of documents: name and date</source>
        <translation>在文档列表中：名称与日期</translation>
    </message>
    <message>
        <source>In the list of documents: move up</source>
        <translation>在文档列表中：上移</translation>
    </message>
    <message>
        <source>In the list of documents: move down</source>
        <translation>在文档列表中：下移</translation>
    </message>
    <message>
        <source>In the list of documents: remove; of flags: ignore; of ignored flags: show again</source>
        <translation>在文档列表中：移除；在问题列表中：忽略；在已忽略列表中：恢复显示</translation>
    </message>
    <message>
        <source>In a list: go there, or write the term</source>
        <translation>在列表中：前往该处，或写入术语</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>措辞</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>On errors</source>
        <translation>涉及错误</translation>
    </message>
    <message>
        <source>On warnings</source>
        <translation>涉及警告</translation>
    </message>
    <message>
        <source>On hints</source>
        <translation>涉及提示</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>slogan</source>
        <translation>提法</translation>
    </message>
    <message>
        <source>event</source>
        <translation>会议活动</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>shipped</source>
        <translation>随附</translation>
    </message>
    <message>
        <source>house</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LintStrip</name>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
</context>
<context>
    <name>LossList</name>
    <message>
        <source>Save this &amp;report…</source>
        <translation>保存此报告(&amp;R)…</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>丢失的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) break the rules of the format; the first is line %1</source>
        <translation>
            <numerusform>%Ln 处不符合该格式的规则，首处在第 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>没有内容丢失。</translation>
    </message>
    <message>
        <source>Report saved: %1</source>
        <translation>报告已保存：%1</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Reading the texts…</source>
        <translation>正在读取文本…</translation>
    </message>
    <message>
        <source>The texts were taken out by undoing. Ctrl+Y brings them back.</source>
        <translation>撤销操作已将文本移出项目。按 Ctrl+Y 可恢复。</translation>
    </message>
    <message>
        <source>This project holds no text yet. Open texts (Ctrl+Shift+O) or drop them here.</source>
        <translation>本项目还没有文本。请打开文本 (Ctrl+Shift+O)，或将文件拖放到这里。</translation>
    </message>
    <message>
        <source>No segment passes the filter. Esc in the filter shows everything.</source>
        <translation>没有符合筛选条件的句段。在筛选栏中按 Esc 可显示全部。</translation>
    </message>
    <message>
        <source>Translator Desk</source>
        <translation>译审台</translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <translation>%1（只读）</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>审校(&amp;V)</translation>
    </message>
    <message>
        <source>V&amp;iew</source>
        <translation>视图(&amp;I)</translation>
    </message>
    <message>
        <source>G&amp;lossary</source>
        <translation>术语(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>MergeEntries</name>
    <message>
        <source>Make one entry of two</source>
        <translation>合并两个词条</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>&amp;Swap</source>
        <translation>对调(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Goes into it</source>
        <translation>并入(&amp;G)</translation>
    </message>
    <message>
        <source>The merged entry</source>
        <translation>合并后的词条</translation>
    </message>
    <message>
        <source>Choose two different entries.</source>
        <translation>请选择两个不同的词条。</translation>
    </message>
    <message>
        <source>Somebody else changed one of them meanwhile; look at them again.</source>
        <translation>其间有人修改了其中一个词条，请重新查看。</translation>
    </message>
    <message>
        <source>%1 is part of %2 now. Ctrl+Z takes it back.</source>
        <translation>%1 已并入 %2。按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>The entry that stays says all of it already.</source>
        <translation>保留的词条已包含全部内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s) follow</source>
        <translation>
            <numerusform>%Ln 处引用随之更新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipped entry(ies) name it and cannot follow: keep that one</source>
        <translation>
            <numerusform>%Ln 个随附词条引用它而无法更新：宜保留该词条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mining</name>
    <message>
        <source>changed again and again</source>
        <translation>反复修改</translation>
    </message>
    <message>
        <source>name</source>
        <translation>人名</translation>
    </message>
    <message>
        <source>recurring term</source>
        <translation>重复出现的术语</translation>
    </message>
</context>
<context>
    <name>MiningPanel</name>
    <message>
        <source>Which finds</source>
        <translation>显示哪些结果</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Candidates for entries</source>
        <translation>候选词条</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%Ln 个句段</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through the project and its history…</source>
        <translation>正在查找项目文本和修改历史…</translation>
    </message>
    <message numerus="yes">
        <source>%n find(s) without an entry</source>
        <translation>
            <numerusform>%Ln 项尚无词条</numerusform>
        </translation>
    </message>
    <message>
        <source>Look through the project for what reviewers keep changing, and for names and terms.</source>
        <translation>在项目中查找审校反复修改之处，以及尚未收录的人名和术语。</translation>
    </message>
    <message>
        <source>All that recurs has an entry.</source>
        <translation>重复出现的内容均已收录。</translation>
    </message>
    <message>
        <source>Nothing was dismissed.</source>
        <translation>没有忽略任何结果。</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>The entry says: %1</source>
        <translation>词条现为：%1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Look through the project and its history</source>
        <translation>查找项目文本和修改历史</translation>
    </message>
    <message>
        <source>Entry…</source>
        <translation>词条…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>NewTerm</name>
    <message>
        <source>New term</source>
        <translation>新建术语</translation>
    </message>
    <message>
        <source>Save the term</source>
        <translation>保存术语</translation>
    </message>
    <message>
        <source>wrong English that is to be flagged, or nothing</source>
        <translation>应报告的错误译法，可留空</translation>
    </message>
    <message>
        <source>&amp;Chinese</source>
        <translation>中文(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>英文(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类别(&amp;K)</translation>
    </message>
    <message>
        <source>To &amp;avoid</source>
        <translation>应避免(&amp;A)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>Save &amp;in</source>
        <translation>保存到(&amp;I)</translation>
    </message>
    <message>
        <source>Give the term in Chinese and in English.</source>
        <translation>请填写术语的中文和英文。</translation>
    </message>
    <message>
        <source>The preferred form cannot be avoided.</source>
        <translation>首选译法不能列为应避免的译法。</translation>
    </message>
    <message>
        <source>Saved in %1: %2</source>
        <translation>已保存到 %1：%2</translation>
    </message>
    <message>
        <source>There is an entry already: %1</source>
        <translation>已有词条：%1</translation>
    </message>
</context>
<context>
    <name>NotRunList</name>
    <message>
        <source>in all documents</source>
        <translation>所有文档</translation>
    </message>
</context>
<context>
    <name>Offices</name>
    <message>
        <source>seen %1</source>
        <translation>见于 %1</translation>
    </message>
    <message>
        <source>dates unknown</source>
        <translation>日期不详</translation>
    </message>
    <message>
        <source>present</source>
        <translation>至今</translation>
    </message>
</context>
<context>
    <name>OfficesPanel</name>
    <message>
        <source>By post</source>
        <translation>按职务</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按人</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Post, place or name</source>
        <translation>职务、地点或姓名</translation>
    </message>
    <message>
        <source>Filter the register</source>
        <translation>筛选登记</translation>
    </message>
    <message>
        <source>Only gaps and overlaps</source>
        <translation>仅看空缺和重叠</translation>
    </message>
    <message>
        <source>Terms of office in time</source>
        <translation>任期时间线</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Nothing of the register passes the filter.</source>
        <translation>登记中没有符合筛选条件的条目。</translation>
    </message>
    <message>
        <source>No office is known. Add one in the form of a person.</source>
        <translation>尚无任职信息。请在人员词条的表单中添加。</translation>
    </message>
    <message>
        <source>Nobody is known from %1 to %2.</source>
        <translation>%1 至 %2 任职者不详。</translation>
    </message>
    <message>
        <source>At once: %1 and %2, from %3 to %4.</source>
        <translation>同时在任：%1 与 %2，自 %3 至 %4。</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>&amp;My words</source>
        <translation>我的词语(&amp;M)</translation>
    </message>
    <message>
        <source>Words of this pro&amp;ject</source>
        <translation>本项目的词语(&amp;J)</translation>
    </message>
    <message>
        <source>Words that are no slips of spelling, one a line.</source>
        <translation>不算拼写错误的词语，每行一个。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type a few letters of a command</source>
        <translation>输入命令名称中的几个字</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语库</translation>
    </message>
    <message>
        <source>Glossary problems</source>
        <translation>术语库问题</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>术语提议</translation>
    </message>
    <message>
        <source>Where used</source>
        <translation>使用之处</translation>
    </message>
    <message>
        <source>Done by others</source>
        <translation>他人修改</translation>
    </message>
    <message>
        <source>Office register</source>
        <translation>任职登记</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选词条</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>PasteText</name>
    <message>
        <source>Paste Chinese and English</source>
        <translation>粘贴中英文</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>&amp;Chinese (may stay empty)</source>
        <translation>中文（可留空）(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>英文(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Line by line: line n of the Chinese belongs to line n of the English</source>
        <translation>逐行对应：中文第 n 行对应英文第 n 行(&amp;L)</translation>
    </message>
    <message>
        <source>Paste a text first.</source>
        <translation>请先粘贴文本。</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Name and role</source>
        <translation>姓名与身份</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>身份(&amp;R)</translation>
    </message>
    <message>
        <source>The name stands beside every change from now on; what is in the record already keeps its name.</source>
        <translation>此后的每处改动都会附上该姓名；记录中已有的姓名不变。</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>请填写姓名。</translation>
    </message>
</context>
<context>
    <name>PersonStrip</name>
    <message>
        <source>Who works at this desk? The name stands beside every change.</source>
        <translation>谁在使用本工作台？每处改动都会附上姓名。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>for instance Li Wei</source>
        <translation>例如：李伟</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不填写</translation>
    </message>
</context>
<context>
    <name>Perspectives</name>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审校</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语库</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>替换前后</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>已审校</translation>
    </message>
</context>
<context>
    <name>PlacesByDocument</name>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Confirming goes &amp;to</source>
        <translation>确认后前往(&amp;T)</translation>
    </message>
    <message>
        <source>the next unconfirmed segment</source>
        <translation>下一个未确认的句段</translation>
    </message>
    <message>
        <source>the next segment with a flag</source>
        <translation>下一个有问题的句段</translation>
    </message>
    <message>
        <source>the next segment</source>
        <translation>下一句段</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Shipped term bases count as well</source>
        <translation>同时使用随附的术语库(&amp;S)</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Checks of this project</source>
        <translation>本项目的检查项</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Term bases are read when a project is opened.</source>
        <translation>术语库在打开项目时读取。</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Flags</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>The flag explained</source>
        <translation>问题说明</translation>
    </message>
    <message>
        <source>Checks that did not run</source>
        <translation>未运行的检查项</translation>
    </message>
    <message>
        <source>No flag passes the filter. Esc in the filter shows all.</source>
        <translation>没有符合筛选条件的问题。在筛选栏中按 Esc 可显示全部。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>No open flags.</source>
        <translation>没有待处理的问题。</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Strict: checks that are often wrong as well</source>
        <translation>严格：包括误报较多的检查项</translation>
    </message>
    <message>
        <source>Names and figures only</source>
        <translation>仅人名和数字</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Open texts</source>
        <translation>打开文本</translation>
    </message>
    <message>
        <source>Texts and tables</source>
        <translation>文本和表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>示例项目</translation>
    </message>
    <message>
        <source>Saving and closing…</source>
        <translation>正在保存并关闭…</translation>
    </message>
    <message>
        <source>Saving what can be read…</source>
        <translation>正在导出可读内容…</translation>
    </message>
    <message>
        <source>Save what can be read of a damaged project</source>
        <translation>导出受损项目的可读内容</translation>
    </message>
    <message>
        <source>“%1” is still being opened. Wait a moment.</source>
        <translation>正在打开“%1”，请稍候。</translation>
    </message>
    <message>
        <source>Opening “%1”…</source>
        <translation>正在打开“%1”…</translation>
    </message>
    <message>
        <source>Reading the texts…</source>
        <translation>正在读取文本…</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>waiting</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>ProposalsPanel</name>
    <message>
        <source>Proposals for the glossary</source>
        <translation>术语提议</translation>
    </message>
    <message>
        <source>Which proposals</source>
        <translation>显示哪些提议</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>%1 waiting, %2 decided</source>
        <translation>待决定 %1 条，已决定 %2 条</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>尚无已决定的提议。</translation>
    </message>
    <message>
        <source>Nothing waits. What you change in the glossary is proposed to the terminology editor.</source>
        <translation>没有待决定的提议。您对术语库的修改会提交给术语编辑。</translation>
    </message>
    <message>
        <source>Nothing waits. Translators propose entries with “New term” and “Accept this variant”.</source>
        <translation>没有待决定的提议。译员可用“新建术语”和“接受此译法”提出词条。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Accepted: %1. Ctrl+Z takes it back.</source>
        <translation>已采纳：%1。按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>The entry has changed since it was proposed; change the proposal or reject it.</source>
        <translation>提议之后该词条已有变动；请修改提议或将其退回。</translation>
    </message>
    <message>
        <source>Reject the proposal</source>
        <translation>退回提议</translation>
    </message>
    <message>
        <source>Why? %1 will read it.</source>
        <translation>原因是什么？%1 会看到。</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>one person under two names</source>
        <translation>同一人的两种写法</translation>
    </message>
    <message>
        <source>two different people</source>
        <translation>两个不同的人</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>change</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>quotation</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>historical name</source>
        <translation>历史名称</translation>
    </message>
    <message>
        <source>error of the source</source>
        <translation>原文有误</translation>
    </message>
    <message>
        <source>house style</source>
        <translation>本单位体例</translation>
    </message>
    <message>
        <source>right as it stands</source>
        <translation>现有写法无误</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>PDF, as on paper</source>
        <translation>PDF（与打印相同）</translation>
    </message>
    <message>
        <source>Write the redline</source>
        <translation>写出修订稿</translation>
    </message>
    <message>
        <source>Write the digest for %1</source>
        <translation>写出给 %1 的改动摘要</translation>
    </message>
    <message>
        <source>Write the changes</source>
        <translation>写出改动</translation>
    </message>
    <message>
        <source>Changes since a day</source>
        <translation>某日以来的改动</translation>
    </message>
    <message>
        <source>The first day that counts</source>
        <translation>起始日期（含当日）</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Since the &amp;import…</source>
        <translation>自导入以来(&amp;I)…</translation>
    </message>
    <message>
        <source>Since the &amp;hand-over to review…</source>
        <translation>自提交审校以来(&amp;H)…</translation>
    </message>
    <message>
        <source>Since the last &amp;approval…</source>
        <translation>自上次审定以来(&amp;A)…</translation>
    </message>
    <message>
        <source>Since a &amp;day…</source>
        <translation>自某日以来(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Redline…</source>
        <translation>修订稿(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Changes since the hand-over to review…</source>
        <translation>送审以来的改动(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Digest for the translator…</source>
        <translation>译者改动摘要(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>RecordPane</name>
    <message>
        <source>Changes of this entry</source>
        <translation>该词条的修改</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>修改者</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Nobody has changed this entry here. Changes made at the desk are recorded.</source>
        <translation>尚无人在此修改过该词条。在本程序中所作的修改都会记录。</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>changed outside the desk</source>
        <translation>在程序之外修改</translation>
    </message>
    <message numerus="yes">
        <source>one of %n entries that another program wrote at once</source>
        <translation>
            <numerusform>由其他程序一次写入的 %Ln 个词条之一</numerusform>
        </translation>
    </message>
    <message>
        <source>taken out of force</source>
        <translation>不再有效</translation>
    </message>
    <message>
        <source>first written here</source>
        <translation>首次写入此处</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>ReimportResult</name>
    <message>
        <source>What the file changed</source>
        <translation>文件带来的变动</translation>
    </message>
    <message>
        <source>Segments that the file changed</source>
        <translation>因文件而变动的句段</translation>
    </message>
    <message>
        <source>changed in the file and by you; your words stand</source>
        <translation>文件与您都有改动；保留您的文字</translation>
    </message>
    <message>
        <source>worded anew in the file</source>
        <translation>文件中已改写</translation>
    </message>
    <message>
        <source>new in the file</source>
        <translation>文件中新增</translation>
    </message>
    <message>
        <source>Enter goes to a segment. Ctrl+Z takes the reading back.</source>
        <translation>按 Enter 前往句段。按 Ctrl+Z 撤销此次读取。</translation>
    </message>
    <message>
        <source>In the file:</source>
        <translation>文件中：</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>保留：%1</translation>
    </message>
    <message>
        <source>worded anew: %1</source>
        <translation>改写：%1</translation>
    </message>
    <message>
        <source>in conflict: %1</source>
        <translation>冲突：%1</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>gone: %1</source>
        <translation>消失：%1</translation>
    </message>
</context>
<context>
    <name>ReplaceAll</name>
    <message>
        <source>Replace everywhere</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>In the whole project</source>
        <translation>在整个项目中</translation>
    </message>
    <message>
        <source>In this document</source>
        <translation>在本文档中</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Space sets and takes away a tick. All is one step to undo.</source>
        <translation>按空格键勾选或取消。全部替换可一步撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>已替换 %Ln 处。按 Ctrl+Z 可撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>%1 of %2 places</source>
        <translation>%1/%2 处</translation>
    </message>
    <message>
        <source>%1 of %2 places so far…</source>
        <translation>目前共 %2 处，已选 %1 处……</translation>
    </message>
    <message numerus="yes">
        <source>Replace in %n place(s)</source>
        <translation>
            <numerusform>替换 %Ln 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Old and new words</source>
        <translation>旧文与新文</translation>
    </message>
    <message>
        <source>The text as it will be</source>
        <translation>修改后的文本</translation>
    </message>
    <message>
        <source>The text as it was</source>
        <translation>修改前的文本</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排对照</translation>
    </message>
    <message>
        <source>There is no change here. N goes to the next one.</source>
        <translation>此处没有修改。按 N 前往下一处。</translation>
    </message>
    <message>
        <source>This brings: %1</source>
        <translation>这将带来：%1</translation>
    </message>
    <message>
        <source>No change waits for a decision any more.</source>
        <translation>已没有待决定的修改。</translation>
    </message>
    <message>
        <source>No change waits for a decision.</source>
        <translation>没有待决定的修改。</translation>
    </message>
    <message>
        <source>Reject this change</source>
        <translation>拒绝此修改</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Amend this change</source>
        <translation>改写此修改</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>The words of this change belong together: it has no parts.</source>
        <translation>这处修改的词语须一并决定，不能拆分。</translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation>退回询问</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Accept them all…</source>
        <translation>全部接受…</translation>
    </message>
    <message>
        <source>Reject them all…</source>
        <translation>全部拒绝…</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>已审定。</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>translator</source>
        <translation>译员</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>审校</translation>
    </message>
    <message>
        <source>terminology editor</source>
        <translation>术语编辑</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Hit %1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Find in Chinese and English</source>
        <translation>在中英文中查找</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>中英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Whole project</source>
        <translation>整个项目</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>本文档</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Capitals count</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>全词匹配</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all…</source>
        <translation>全部替换…</translation>
    </message>
    <message>
        <source>Replace this hit and go to the next (Enter in the line)</source>
        <translation>替换此处并前往下一处（在输入框中按 Enter）</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>There is nothing to replace.</source>
        <translation>没有可替换的内容。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Hit %1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>Hits: %1</source>
        <translation>匹配：%1</translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Source (Chinese)</source>
        <translation>原文（中文）</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>Translation (English)</source>
        <translation>译文（英文）</translation>
    </message>
    <message>
        <source>As it will be</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>文档 %1</translation>
    </message>
    <message>
        <source>segment %1 of %2</source>
        <translation>第 %1 句段，共 %2 段</translation>
    </message>
    <message>
        <source>source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message numerus="yes">
        <source>%n open thread(s)</source>
        <translation>
            <numerusform>%Ln 个未解决的讨论</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%Ln 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%Ln 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%Ln 个提示</numerusform>
        </translation>
    </message>
    <message>
        <source>asked back</source>
        <translation>已退回询问</translation>
    </message>
    <message>
        <source>edited, not confirmed</source>
        <translation>已改动，未确认</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>已审校</translation>
    </message>
    <message>
        <source>final</source>
        <translation>已定稿</translation>
    </message>
</context>
<context>
    <name>SegmentNumber</name>
    <message>
        <source>Go to segment</source>
        <translation>转到句段</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Segment &amp;number (1 to %1):</source>
        <translation>句段号(&amp;N)（1 至 %1）：</translation>
    </message>
</context>
<context>
    <name>SourceReader</name>
    <message>
        <source>Source of segment %1</source>
        <translation>第 %1 句段的原文</translation>
    </message>
</context>
<context>
    <name>Standings</name>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变动</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>已收录</translation>
    </message>
    <message>
        <source>rendered otherwise</source>
        <translation>译法不同</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Reviews Chinese–English translations of government and news texts: names, titles, figures and terms are compared with the Chinese and with your term base, and what a reviser would mark is flagged.</source>
        <translation>审校政务与新闻文本的汉英译文：对照中文原文和术语库，核对人名、职务、数字和术语，并标出审校者会指出的问题。</translation>
    </message>
    <message>
        <source>Or drop texts, pairs or a project onto this window.</source>
        <translation>也可将文本、中英文文件或项目拖放到本窗口。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>A .desk file you worked on before</source>
        <translation>此前处理过的 .desk 文件</translation>
    </message>
    <message>
        <source>Open texts</source>
        <translation>打开文本</translation>
    </message>
    <message>
        <source>Articles, .zh/.en pairs, bilingual tables</source>
        <translation>文章、.zh/.en 成对文件、双语表格</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>粘贴文本</translation>
    </message>
    <message>
        <source>English, Chinese or two columns, from the clipboard</source>
        <translation>剪贴板中的英文、中文或两列对照</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>试用示例</translation>
    </message>
    <message>
        <source>Three short articles with slips to find</source>
        <translation>三篇含有疏漏的短文</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Segment %1 of %2</source>
        <translation>第 %1 句段，共 %2 段</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>个错误</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>个警告</translation>
    </message>
    <message>
        <source>hints</source>
        <translation>个提示</translation>
    </message>
    <message>
        <source>Looking up changed terms…</source>
        <translation>正在查找术语变动涉及的句段…</translation>
    </message>
    <message>
        <source>Checking %1 of %2</source>
        <translation>正在检查 %1/%2</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
</context>
<context>
    <name>TermsPanel</name>
    <message>
        <source>Terms of this segment</source>
        <translation>本句段的术语</translation>
    </message>
    <message>
        <source>Choose a segment to see its terms.</source>
        <translation>请选择句段以查看术语。</translation>
    </message>
    <message>
        <source>No Chinese at hand: terms are found in the Chinese. Attach it to the document.</source>
        <translation>没有中文原文：术语需在中文中查找。请为文档附上中文原文。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>No term of the term base stands in this segment.</source>
        <translation>本句段没有术语库中的术语。</translation>
    </message>
    <message>
        <source>%1 stands for %2</source>
        <translation>%1 对应 %2</translation>
    </message>
    <message>
        <source>Also right: </source>
        <translation>也可用：</translation>
    </message>
    <message>
        <source>Later in the text: </source>
        <translation>下文可用：</translation>
    </message>
    <message>
        <source>Not: </source>
        <translation>不用：</translation>
    </message>
    <message>
        <source>To be avoided, but there: </source>
        <translation>应避免但出现：</translation>
    </message>
    <message>
        <source>In the translation: </source>
        <translation>译文中：</translation>
    </message>
    <message>
        <source>Not found in the translation</source>
        <translation>译文中未找到</translation>
    </message>
    <message>
        <source>Not in the translation; it need not be</source>
        <translation>译文中没有；不必出现</translation>
    </message>
    <message>
        <source>today</source>
        <translation>至今</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>house</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>随附</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>Write “%1”</source>
        <translation>改为“%1”</translation>
    </message>
    <message>
        <source>Copy the English</source>
        <translation>复制英文</translation>
    </message>
    <message>
        <source>Copy the place in its file</source>
        <translation>复制其在文件中的位置</translation>
    </message>
</context>
<context>
    <name>TickedRows</name>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>全不选(&amp;N)</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Letters at %1 %</source>
        <translation>文字大小 %1 %</translation>
    </message>
</context>
<context>
    <name>WhereUsedPanel</name>
    <message>
        <source>Where the entry is used</source>
        <translation>词条使用之处</translation>
    </message>
    <message>
        <source>Entries never met</source>
        <translation>从未出现的词条</translation>
    </message>
    <message>
        <source>Choose an entry of the glossary to see where it is used.</source>
        <translation>请在术语库中选择词条，查看其使用之处。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%Ln 个句段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%Ln 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>最近出现于 %1</translation>
    </message>
    <message>
        <source>This entry is never met in the project.</source>
        <translation>项目中从未出现该词条。</translation>
    </message>
    <message>
        <source>no accepted form beside it</source>
        <translation>译文中没有可用的译法</translation>
    </message>
    <message>
        <source>English alone</source>
        <translation>仅有英文</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message numerus="yes">
        <source>%n own entries never met</source>
        <translation>
            <numerusform>%Ln 条自有词条从未出现</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipped ones</source>
        <translation>
            <numerusform>%Ln 条随附词条未用到</numerusform>
        </translation>
    </message>
    <message>
        <source>The project needs every entry of its own.</source>
        <translation>项目自有词条均已用到。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>This is for flags about spelling; there is none here.</source>
        <translation>此命令用于拼写问题；此处没有。</translation>
    </message>
</context>
<context>
    <name>Workflow</name>
    <message>
        <source>“%1” is not ready: %2. It becomes final all the same for a reason, which is recorded under your name.</source>
        <translation>“%1”尚不能定稿：%2。如填写理由，仍可定稿，理由将以您的名义存入记录。</translation>
    </message>
    <message>
        <source>Declare final all the same</source>
        <translation>仍要定稿</translation>
    </message>
    <message>
        <source>Declare final</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>Reopen “%1”</source>
        <translation>重新打开“%1”</translation>
    </message>
    <message>
        <source>Why? The reason goes into the record.</source>
        <translation>为什么？理由将存入记录。</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
</context>
<context>
    <name>YamlPane</name>
    <message>
        <source>Term file</source>
        <translation>术语文件</translation>
    </message>
    <message>
        <source>Term file as text</source>
        <translation>术语文件（文本）</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Reason, for the record of each entry that changes</source>
        <translation>修改原因（记入每个被修改词条的记录）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>A shipped file is only read: change its entries in the form, or in a file of your own.</source>
        <translation>随附文件只读：请在表单中或在自己的文件中修改其词条。</translation>
    </message>
    <message>
        <source>Only read here: changes are proposed in the form.</source>
        <translation>此处只读：请在表单中提议修改。</translation>
    </message>
    <message>
        <source>Not saved. Whatever happens to the file meanwhile, saving lays both together.</source>
        <translation>尚未保存。无论文件期间有何变化，保存时都会合并两者。</translation>
    </message>
    <message>
        <source>Lines %1 to %2 of a large file; the table leads to the others.</source>
        <translation>显示大文件的第 %1 至 %2 行；其余行可通过表格前往。</translation>
    </message>
</context>
</TS>
