"""The words 申请表 (left) and 诊断证明 (right) as pictures, for the comparison picture."""
